import { execFile, execFileSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { renewContainer } from "../../../engine/asic/renewContainer.js";
import { describeWhere, judge } from "../../support/judges.js";
import { startServiceAuthorities } from "../../support/sealedDocument.js";
import { mimetype, rawZip } from "../engine/asic/rawZip.js";
import { changedFiles, changedJson } from "../engine/evidence/evidenceFiles.js";
import { repacked } from "../engine/evidence/repacked.js";
import { type SampleEvidence, sampleEvidence } from "../engine/evidence/sampleEvidence.js";

const program = fileURLToPath(new URL("../../../cli/paraph.js", import.meta.url));
const DAY = 86_400;

let sample: SampleEvidence;
let directory: string;
let container: Uint8Array;
const at = (name: string) => join(directory, name);

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "paraph-evidence-"));
  sample = await sampleEvidence(1, 1);
  container = await sample.seal(sample.files);
  await writeFile(at("good.asice"), container);
  execFileSync("mkfifo", [at("pipe")]);
  await writeFile(at("root.pem"), new X509Certificate(sample.authorities.hierarchy.root.der).toString());
});
afterAll(async () => {
  await sample.stop();
  await rm(directory, { recursive: true, force: true });
});

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program with an environment of nothing. */
function run(file: string, args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(file, [...args], { env: {}, cwd: directory }, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, stdout, stderr });
    });
  });
}
const paraph = (...args: string[]) => run(process.execPath, [program, "verify-evidence", ...args]);

async function verdictOf(bytes: Uint8Array): Promise<Ended> {
  await writeFile(at("other.asice"), bytes);
  return paraph("other.asice", "--trust", "root.pem");
}

describe("paraph verify-evidence", () => {
  test("says what it checked and what it could not, and ends with 0 when nothing is wrong", async () => {
    const { code, stdout, stderr } = await paraph("good.asice", "--trust", "root.pem");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^Evidence of the order ord_01m80000000000000000000000: Contract$/m);
    expect(stdout).toMatch(/^ok {6}manifest$/m);
    expect(stdout).toMatch(/^WHAT COULD NOT BE CHECKED$/m);
    expect(stdout).toMatch(/^PASSED: nothing is wrong with it, judged at .* All of it existed at /m);
  });

  test("ends with 3 without a root, names the root, and says that trusting it is left to the reader", async () => {
    const { code, stdout } = await paraph("good.asice");
    expect(code).toBe(3);
    expect(stdout).toMatch(/^INDETERMINATE: /m);
    expect(stdout).toContain(Buffer.from(sample.authorities.hierarchy.root.sha256).toString("hex"));
    expect(stdout).toContain("left to the reader");
  });

  test("ends with 1 and names the fault with its code, its meaning and its file", async () => {
    const { code, stdout } = await verdictOf(
      repacked(container, (files) => files.set("README.txt", Buffer.from("x"))),
    );
    expect(code).toBe(1);
    expect(stdout).toMatch(/^FAULT {3}file_unlisted \(README\.txt\): A file is there that nobody signed\.$/m);
    expect(stdout).toMatch(/^FAILED: 3 faults\. Do not rely on this file\.$/m);
  });

  test("says of a test order that it has no legal effect", async () => {
    const statement = changedJson(sample.files, "evidence.json", (value) => {
      value.mode = "test";
    });
    // The chain says that it is live, which is another fault.
    const { stdout } = await verdictOf(
      await sample.seal(changedFiles(sample.files, { "evidence.json": statement })),
    );
    expect(stdout).toMatch(/^A TEST order: it has no legal effect\.$/m);
  });

  test("gives the whole report as JSON, which another program reads", async () => {
    const { code, stdout } = await paraph("good.asice", "--trust", "root.pem", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: "passed", faults: [], about: { title: "Contract" } });
  });

  test("judges the newest time-stamp at the time that is given", async () => {
    const { code, stdout } = await paraph("good.asice", "--trust", "root.pem", "--time", "2050-01-01");
    expect(code).toBe(3);
    expect(stdout).toContain("no later time-stamp carries the proof on from there");
  });

  test("takes several roots, such as those of another authority that renewed the time-stamps", async () => {
    const years = 9 * 365 * DAY;
    const later = await startServiceAuthorities(-years);
    later.clock.advance(years + 60);
    const renewed = await renewContainer(container, {
      timestamp: (digest) => later.unit.timestamp(digest),
      known: await sample.authorities.validationData(null).known(),
      allowMissing: true,
      at: later.clock.now(),
    });
    const time = later.clock.now().toISOString();
    await later.stop();
    await writeFile(at("renewed.asice"), renewed);
    await writeFile(at("later.pem"), new X509Certificate(later.hierarchy.root.der).toString());
    const first = await paraph("renewed.asice", "--trust", "root.pem", "--time", time);
    expect(first.code).toBe(3);
    const both = await paraph("renewed.asice", "--trust", "root.pem", "--trust", "later.pem", "--time", time);
    expect(both.stdout).not.toContain("is none of those that were given");
  });

  test.each<[string, string[]]>([
    ["no file", []],
    ["two files", ["good.asice", "good.asice"]],
    ["a file that is not there", ["none.asice"]],
    ["an option that it does not have", ["good.asice", "--online"]],
    ["a time that is none", ["good.asice", "--time", "soon"]],
    ["a time without a zone", ["good.asice", "--time", "2030-01-01T10:00"]],
    ["a root that is not there", ["good.asice", "--trust", "none.pem"]],
    ["a root that is none", ["good.asice", "--trust", "good.asice"]],
    ["a day that is none", ["good.asice", "--time", "2030-02-30"]],
    ["a directory", ["."]],
    ["a device that never ends", ["/dev/zero"]],
    ["a root from a device that never ends", ["good.asice", "--trust", "/dev/zero"]],
    ["a pipe that nobody writes to", ["pipe"]],
  ])("ends with 2 for %s, and says why", async (_what, args) => {
    const { code, stdout, stderr } = await paraph(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr.length).toBeGreaterThan(0);
  });

  test("never prints a control character of the file's, in words or as JSON", async () => {
    const evil = "\u001b[2J\u0007\u202egnp.\u0000\r\n\u009b31m\u2028";
    const statement = changedJson(sample.files, "evidence.json", (value) => {
      Object.assign(value, { title: evil, order: evil, made_at: evil, log_missing: evil });
      value.documents[0].id = evil;
    });
    const sealed = await sample.seal(changedFiles(sample.files, { "evidence.json": statement }));
    const named = rawZip([mimetype, { name: evil }]);
    for (const bytes of [sealed, named]) {
      await writeFile(at("evil.asice"), bytes);
      for (const more of [[], ["--json"]]) {
        const { code, stdout } = await paraph("evil.asice", ...more);
        expect(code).toBe(1);
        expect(stdout.replaceAll("\n", "")).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
      }
    }
    expect(JSON.parse((await paraph("evil.asice", "--json")).stdout).verdict).toBe("failed");
  });
});

describeWhere(
  judge("unshare") && process.getuid?.() === 0,
  "unshare, as root",
  "paraph verify-evidence, cut off from every network",
  () => {
    test("finds the same", async () => {
      const args = [
        "-n",
        process.execPath,
        program,
        "verify-evidence",
        "good.asice",
        "--trust",
        "root.pem",
        "--json",
      ];
      const unshare = (process.env["PATH"] ?? "").split(":").map((folder) => join(folder, "unshare"));
      const found = await Promise.all(unshare.map((path) => run(path, args)));
      const { code, stdout } = found.find((ended) => ended.stdout !== "")!;
      expect(code).toBe(0);
      const { checks, notChecked, faults } = JSON.parse(
        (await paraph("good.asice", "--trust", "root.pem", "--json")).stdout,
      );
      expect(JSON.parse(stdout)).toMatchObject({ checks, notChecked, faults });
    });
  },
);
