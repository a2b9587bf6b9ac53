import { buildContainer } from "../../../../engine/asic/buildContainer.js";
import { verifyEvidence } from "../../../../engine/evidence/verifyEvidence.js";
import { changedFiles, changedJson, type Parsed } from "./evidenceFiles.js";
import { repacked } from "./repacked.js";
import { type SampleEvidence, sampleEvidence } from "./sampleEvidence.js";

let sample: SampleEvidence;
beforeAll(async () => {
  sample = await sampleEvidence(2, 1);
});
afterAll(() => sample.stop());

const verify = (bytes: Uint8Array) =>
  verifyEvidence(bytes, {
    trustAnchors: [sample.authorities.hierarchy.root.der],
    time: sample.authorities.clock.now(),
  });
const file = (name: string) => sample.files.get(name)!;

/** What is found in evidence that the service sealed with other files, and with another evidence.json. */
async function reportOn(change: (value: Parsed) => void, files: Record<string, Uint8Array> = {}) {
  const statement = changedJson(sample.files, "evidence.json", change);
  return verify(
    await sample.seal(changedFiles(new Map([...sample.files, ["evidence.json", statement]]), files)),
  );
}
const nothing = () => undefined;

describe("an evidence.json that leaves room for another reading is named a fault:", () => {
  test.each<[string, (value: Parsed) => void, number]>([
    [
      "a document that was removed, and is there",
      ({ documents: [first] }) => {
        first.removed_at = "2027-01-01T00:00:00.000Z";
      },
      2,
    ],
    [
      "a document that is stated twice, as another one that is not there",
      ({ documents: [first], documents }) => {
        const absent = { ...first, source: { ...first.source, file: null } };
        documents.push({ ...absent, name: "other.pdf", signed: { ...first.signed, file: null } });
      },
      1,
    ],
    [
      "another file as the chain of events",
      ({ chain }) => {
        chain.file = "audit/other.json";
      },
      1,
    ],
    [
      "a live order that the chain says is a test",
      (value) => {
        value.mode = "test";
      },
      1,
    ],
    [
      "no place in the log, with a proof of one in the file",
      (value) => {
        Object.assign(value, { log: null, log_missing: "No checkpoint was there yet." });
      },
      3,
    ],
  ])("%s", async (_what, change, faults) => {
    const report = await reportOn(change);
    expect(report.faults.map(({ code }) => code)).toEqual(Array(faults).fill("statement_mismatch"));
  });

  test("a file among the documents that is none of them", async () => {
    const report = await reportOn(nothing, {
      "documents/03-contract.pdf": file("documents/01-contract.pdf"),
    });
    expect(report.faults).toMatchObject([{ code: "statement_mismatch", file: "documents/03-contract.pdf" }]);
  });

  test("sums for sha256sum that are another file's", async () => {
    const sums = Buffer.from(`${"0".repeat(64)}  consents.json\n`);
    const report = await reportOn(nothing, { "sha256sums.txt": sums });
    expect(report.faults).toMatchObject([{ code: "statement_mismatch", file: "sha256sums.txt" }]);
  });
});

test("a file that evidence does not have is told of: it is sealed, and was not read", async () => {
  const report = await reportOn(nothing, { "audit/earlier.json": Buffer.from("{}") });
  expect(report).toMatchObject({ verdict: "passed", faults: [] });
  expect(report.notChecked.map(({ detail }) => detail)).toContainEqual(
    expect.stringContaining('"audit/earlier.json"'),
  );
});

test("in a container without an archive time-stamp a file in META-INF that nobody signed is named a fault", async () => {
  const { authorities, files } = sample;
  const container = await buildContainer(
    [...files].map(([name, bytes]) => ({ name, bytes, mediaType: "application/octet-stream" })),
    {
      level: "B-LT",
      certificates: authorities.seal.certificates,
      sign: authorities.seal.sign,
      signingTime: authorities.clock.now(),
      timestamp: (digest) => authorities.unit.timestamp(digest),
      known: await authorities.validationData(null).known(),
    },
  );
  const name = "META-INF/otherManifest.xml";
  const report = verify(repacked(container, (changed) => changed.set(name, Buffer.from("<x/>"))));
  expect(report.faults).toMatchObject([{ code: "file_unlisted", file: name }]);
});
