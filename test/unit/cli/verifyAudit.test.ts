import { execFile } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AuditExport } from "../../../engine/hashchain/auditExport.js";
import { type SampleEvidence, sampleEvidence } from "../engine/evidence/sampleEvidence.js";
import { rehash, type Tampered } from "../engine/hashchain/sampleTrail.js";

const program = fileURLToPath(new URL("../../../cli/paraph.js", import.meta.url));

let sample: SampleEvidence;
let directory: string;
let audit: AuditExport;
const at = (name: string) => join(directory, name);

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "paraph-audit-"));
  sample = await sampleEvidence(1, 2);
  audit = JSON.parse(Buffer.from(sample.files.get("audit/audit.json")!).toString());
  await writeFile(at("proof.json"), sample.files.get("checkpoint/inclusion.json")!);
  await writeFile(at("root.pem"), new X509Certificate(sample.authorities.hierarchy.root.der).toString());
});
afterAll(async () => {
  await sample.stop();
  await rm(directory, { recursive: true, force: true });
});

function paraph(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [program, "verify-audit", ...args],
      { cwd: directory },
      (_error, stdout, stderr) => {
        resolve({ code: child.exitCode ?? -1, stdout, stderr });
      },
    );
  });
}

/** What is found in a trail after a change, without the inclusion proof and with it. */
async function found(change: (trail: Tampered) => void) {
  const trail = structuredClone(audit) as Tampered;
  change(trail);
  await writeFile(at("audit.json"), JSON.stringify(trail));
  const codes = ({ stdout }: { stdout: string }) =>
    [...stdout.matchAll(/^FAULT (\w+)/gm)].map(([, code]) => code);
  const [alone, withProof] = await Promise.all([
    paraph("audit.json"),
    paraph("audit.json", "--proof", "proof.json", "--trust", "root.pem"),
  ]);
  return {
    alone: codes(alone),
    withProof: codes(withProof),
    exit: [alone.code, withProof.code],
    stdout: withProof.stdout,
  };
}

/** Cuts events off, and states length and head as if they had never been. */
const cutOff = (count: number) => (trail: Tampered) => {
  trail.events.splice(-count);
  trail.chain.length = trail.events.length;
  trail.chain.head = trail.events.at(-1).hash;
};

describe("paraph verify-audit with an inclusion proof", () => {
  test("says of a whole trail how many events stood in the log, and how many came later", async () => {
    const { alone, withProof, exit, stdout } = await found(() => undefined);
    expect({ alone, withProof, exit }).toEqual({ alone: [], withProof: [], exit: [0, 0] });
    expect(stdout).toMatch(/^The first 11 events stood in the log log_\w+, in its checkpoint of /m);
    expect(stdout).toMatch(/^Not checked: .* the first 11, and 1 came later\.$/m);
  });

  test("ends with 3 where nothing is wrong and the root of the checkpoint is left to trust", async () => {
    await writeFile(at("audit.json"), JSON.stringify(audit));
    const { code, stdout } = await paraph("audit.json", "--proof", "proof.json");
    expect(code).toBe(3);
    expect(stdout).toContain("left to the reader");
  });

  test.each<[string, (trail: Tampered) => void, string[], string[]]>([
    [
      "a changed event",
      (t) => {
        t.events[3].body.data.text = "x";
      },
      ["hash_mismatch"],
      [],
    ],
    [
      "a dropped event",
      (t) => {
        t.events.splice(3, 1);
        t.chain.length -= 1;
      },
      ["sequence_gap", "previous_mismatch"],
      [],
    ],
    [
      "events in another order",
      (t) => {
        t.events.splice(3, 2, t.events[4], t.events[3]);
      },
      ["sequence_gap", "previous_mismatch", "time_reversed"],
      [],
    ],
    ["an event cut off behind the checkpoint", cutOff(1), [], []],
    ["events cut off before it", cutOff(3), [], ["trail_cut_off"]],
    [
      "a changed event, and all hashes made anew",
      (t) => {
        t.events[3].body.data.text = "x";
        rehash(t, 4);
        t.chain.head = t.events.at(-1).hash;
      },
      [],
      ["trail_changed"],
    ],
  ])("finds and names %s", async (_what, change, chainFaults, proofFaults) => {
    const { alone, withProof, exit } = await found(change);
    expect(new Set(alone)).toEqual(new Set(chainFaults));
    expect(withProof).toEqual(expect.arrayContaining([...chainFaults, ...proofFaults]));
    expect(exit).toEqual([
      chainFaults.length > 0 ? 1 : 0,
      chainFaults.length + proofFaults.length > 0 ? 1 : 0,
    ]);
  });

  test("finds a proof of another tenant's log, and one that somebody else signed", async () => {
    await writeFile(at("audit.json"), JSON.stringify(audit));
    const other = await sampleEvidence(1, 1);
    const forged = await sample.checkpoint(audit, 11, { seal: other.authorities });
    await other.stop();
    await writeFile(at("forged.json"), forged.get("checkpoint/inclusion.json")!);
    const { code, stdout } = await paraph("audit.json", "--proof", "forged.json", "--trust", "root.pem");
    expect(code).toBe(1);
    expect(stdout).toMatch(/^FAULT checkpoint_foreign: .*somebody else signed it/m);
    const proof = JSON.parse(Buffer.from(sample.files.get("checkpoint/inclusion.json")!).toString());
    await writeFile(at("foreign.json"), JSON.stringify({ ...proof, log: "log_01m80000000000000000000009" }));
    expect((await paraph("audit.json", "--proof", "foreign.json", "--trust", "root.pem")).stdout).toMatch(
      /^FAULT checkpoint_foreign/m,
    );
    await writeFile(at("none.json"), "[]");
    expect((await paraph("audit.json", "--proof", "none.json", "--trust", "root.pem")).stdout).toMatch(
      /^FAULT inclusion_malformed/m,
    );
  });
});
