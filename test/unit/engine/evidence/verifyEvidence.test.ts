import { renewContainer } from "../../../../engine/asic/renewContainer.js";
import type { EvidenceReport } from "../../../../engine/evidence/report.js";
import { verifyEvidence } from "../../../../engine/evidence/verifyEvidence.js";
import { changedFiles, changedJson } from "./evidenceFiles.js";
import { type SampleEvidence, sampleEvidence } from "./sampleEvidence.js";

const DAY = 86_400;
const YEAR = 365 * DAY;

describe("evidence as the service makes it", () => {
  let sample: SampleEvidence;
  let container: Uint8Array;
  let root: Uint8Array;
  beforeAll(async () => {
    sample = await sampleEvidence(2, 2);
    root = sample.authorities.hierarchy.root.der;
    container = await sample.seal(sample.files);
  });
  afterAll(() => sample.stop());

  const later = (seconds: number) => new Date(sample.authorities.clock.now().getTime() + seconds * 1000);
  const verify = (bytes: Uint8Array, time = later(0), trustAnchors = [root]) =>
    verifyEvidence(bytes, { trustAnchors, time });
  const open = (report: EvidenceReport) =>
    report.notChecked.filter(({ decisive }) => decisive).map(({ detail }) => detail);

  test("passes, and names every check that it made", () => {
    const report = verify(container);
    expect(report).toMatchObject({
      verdict: "passed",
      faults: [],
      about: { order: "ord_01m80000000000000000000000", mode: "live" },
    });
    expect(report.checks.every(({ result }) => result === "passed")).toBe(true);
    expect(new Set(report.checks.map(({ what }) => what))).toEqual(
      new Set([
        "container",
        "certificates and revocation data",
        "manifest",
        "archive time-stamps",
        "signature over the container",
        "what the file states",
        "chain of events",
        "audit trail for people",
        "chain and statement",
        "document doc_01m80000000000000000000001, its files",
        "document doc_01m80000000000000000000001, its signatures",
        "document doc_01m80000000000000000000002, its files",
        "document doc_01m80000000000000000000002, its signatures",
        "record",
        "audit trail as XML",
        "chain in the audit trail",
        "signers' certificates",
        "place in the log",
        "trust",
      ]),
    );
  });

  test("is indeterminate without a root to trust, and says by which root everything stands", () => {
    const report = verify(container, later(0), []);
    expect(report).toMatchObject({ verdict: "indeterminate", faults: [] });
    const sha256 = Buffer.from(sample.authorities.hierarchy.root.sha256).toString("hex");
    expect(report.roots).toEqual([{ name: "Paraph Root", sha256, trusted: false }]);
    expect(open(report)).toEqual([expect.stringContaining(sha256)]);
  });

  test("is indeterminate with another root than the service's", async () => {
    const other = await sampleEvidence(1, 1);
    const report = verify(container, later(0), [other.authorities.hierarchy.root.der]);
    await other.stop();
    expect(report).toMatchObject({ verdict: "indeterminate", faults: [] });
    expect(open(report)).toEqual([expect.stringContaining("is none of those that were given")]);
  });

  test("says what it cannot know: what was revoked since, and what came after the checkpoint", () => {
    expect(verify(container).notChecked.map(({ detail }) => detail)).toEqual([
      expect.stringContaining("revoked after"),
      // Of two documents.
      expect.stringContaining("what an earlier signer saw"),
      expect.stringContaining("what an earlier signer saw"),
      expect.stringContaining("it is sealed, and was not read"),
      expect.stringContaining("the first 15, and 1 came later"),
    ]);
  });

  test("passes years later, and is indeterminate once the newest time-stamp's certificate has ended", () => {
    expect(verify(container, later(8 * YEAR)).verdict).toBe("passed");
    const late = verify(container, later(11 * YEAR));
    expect(late).toMatchObject({ verdict: "indeterminate", faults: [] });
    expect(open(late)).toEqual([expect.stringContaining("no later time-stamp carries the proof on")]);
  });

  test("is indeterminate at a time before its own time-stamps: somebody's clock is wrong", () => {
    const early = verify(container, later(-YEAR));
    expect(early).toMatchObject({ verdict: "indeterminate", faults: [] });
    expect(open(early)).toEqual([expect.stringContaining("is later than the time it is judged at")]);
  });

  test("passes when it was renewed, once and again, each time with a time-stamp over all before it", async () => {
    let renewed = container;
    for (let times = 1; times <= 2; times++) {
      sample.authorities.clock.advance(DAY);
      renewed = await renewContainer(renewed, {
        timestamp: (digest) => sample.authorities.unit.timestamp(digest),
        known: await sample.authorities.validationData(null).known(),
        at: sample.authorities.clock.now(),
        digestAlgorithm: "sha256",
      });
      const report = verify(renewed);
      expect(report).toMatchObject({ verdict: "passed", faults: [] });
      expect(report.checks.find(({ what }) => what === "archive time-stamps")?.detail).toMatch(
        `${times + 1} of them`,
      );
    }
  });

  test("passes without its documents, whose hashes stand for them, and says so", async () => {
    const gone: Record<string, null> = {};
    for (const name of sample.files.keys()) if (name.startsWith("documents/")) gone[name] = null;
    const statement = changedJson(sample.files, "evidence.json", (value) => {
      for (const document of value.documents) {
        document.removed_at = "2027-01-01T00:00:00.000Z";
        document.source.file = null;
        document.signed.file = null;
      }
    });
    const report = verify(
      await sample.seal(changedFiles(new Map([...sample.files, ["evidence.json", statement]]), gone)),
    );
    expect(report).toMatchObject({ verdict: "passed", faults: [] });
    expect(report.notChecked.filter(({ detail }) => detail.includes("2027-01-01"))).toHaveLength(2);
  });

  test("passes without a place in the log, and says that a cut-off end cannot be seen then", async () => {
    const gone = {
      "checkpoint/checkpoint.txt": null,
      "checkpoint/checkpoint.p7s": null,
      "checkpoint/inclusion.json": null,
    };
    const statement = changedJson(sample.files, "evidence.json", (value) => {
      value.log = null;
      value.log_missing = "a test order, made at once";
    });
    const report = verify(
      await sample.seal(changedFiles(new Map([...sample.files, ["evidence.json", statement]]), gone)),
    );
    expect(report).toMatchObject({ verdict: "passed", faults: [] });
    expect(report.notChecked.map(({ detail }) => detail)).toContainEqual(
      expect.stringContaining("a test order, made at once"),
    );
  });

  test("is refused where a trust anchor is no certificate, which is a mistake of the caller's", () => {
    expect(() => verify(container, later(0), [Buffer.from("no certificate")])).toThrow(
      /malformed|SEQUENCE|Certificate/i,
    );
  });
});
