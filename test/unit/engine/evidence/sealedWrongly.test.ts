import { verifyEvidence } from "../../../../engine/evidence/verifyEvidence.js";
import { changedFiles, changedJson, type Files } from "./evidenceFiles.js";
import { type SampleEvidence, sampleEvidence } from "./sampleEvidence.js";

let sample: SampleEvidence;
beforeAll(async () => {
  sample = await sampleEvidence(2, 2);
});
afterAll(() => sample.stop());

const verify = (bytes: Uint8Array) =>
  verifyEvidence(bytes, {
    trustAnchors: [sample.authorities.hierarchy.root.der],
    time: sample.authorities.clock.now(),
  });

describe("what the service itself sealed wrongly is named a fault:", () => {
  const faultsOf = async (files: Files) => [
    ...new Set(verify(await sample.seal(files)).faults.map(({ code }) => code)),
  ];
  const changing = (changes: Record<string, Uint8Array | null>) =>
    faultsOf(changedFiles(sample.files, changes));
  const file = (name: string) => sample.files.get(name)!;
  const first = "documents/01-contract-signed.pdf";
  const second = "documents/02-contract-signed.pdf";
  const source = "documents/01-contract.pdf";
  const statedAs = (name: string, change: (value: ReturnType<typeof JSON.parse>) => void) =>
    changing({ [name]: changedJson(sample.files, name, change) });

  test("documents that were swapped", async () => {
    const codes = await changing({ [first]: file(second), [second]: file(first) });
    expect(codes).toEqual(
      expect.arrayContaining(["statement_mismatch", "source_not_contained", "signature_missing"]),
    );
  });

  test("a source that is another", async () => {
    expect(await changing({ [source]: file("documents/02-contract.pdf") })).toEqual(["statement_mismatch"]);
  });

  test("a document cut back to its first signature", async () => {
    const chain = JSON.parse(Buffer.from(file("audit/audit.json")).toString());
    const { bytes } = chain.events.find(
      (event: { body: { type: string } }) => event.body.type === "document.signed",
    ).body.data;
    const codes = await changing({ [first]: file(first).subarray(0, bytes) });
    expect(codes).toEqual(expect.arrayContaining(["statement_mismatch", "signature_missing", "level_wrong"]));
  });

  test("a document with a byte changed under its signatures", async () => {
    const bytes = Uint8Array.from(file(first));
    const at = Buffer.from(bytes).indexOf("595");
    bytes[at] = "6".charCodeAt(0);
    const codes = await changing({ [first]: bytes });
    expect(codes).toEqual(
      expect.arrayContaining(["signature_digest_mismatch", "timestamp_mismatch", "source_not_contained"]),
    );
  });

  test.each<[string, string, (value: ReturnType<typeof JSON.parse>) => void, string]>([
    [
      "another hash of a source",
      "evidence.json",
      (value) => {
        value.documents[0].source.sha256 = "0".repeat(64);
      },
      "statement_mismatch",
    ],
    [
      "another order",
      "evidence.json",
      (value) => {
        value.order = "ord_01m80000000000000000000007";
      },
      "statement_mismatch",
    ],
    [
      "another head",
      "evidence.json",
      (value) => {
        value.chain.head = "0".repeat(64);
      },
      "statement_mismatch",
    ],
    [
      "a document too few",
      "evidence.json",
      (value) => {
        value.documents.pop();
      },
      "statement_mismatch",
    ],
    [
      "a document that the chain does not know",
      "evidence.json",
      (value) => {
        value.documents[1].id = "doc_none";
      },
      "statement_mismatch",
    ],
    [
      "a place in another log",
      "evidence.json",
      (value) => {
        value.log.log = "log_01m80000000000000000000009";
      },
      "checkpoint_foreign",
    ],
    [
      "another place in the log",
      "evidence.json",
      (value) => {
        value.log.index = 0;
      },
      "statement_mismatch",
    ],
    [
      "no format",
      "evidence.json",
      (value) => {
        value.format = "other";
      },
      "file_malformed",
    ],
    [
      "a consent that nobody gave",
      "consents.json",
      (value) => {
        value.consents[0].text = "I agree to all.";
      },
      "records_mismatch",
    ],
    [
      "pages that nobody saw",
      "pages.json",
      (value) => {
        value.shown[0].pages = "1-99";
      },
      "records_mismatch",
    ],
    [
      "a leaf of another length",
      "checkpoint/inclusion.json",
      (value) => {
        value.leaf.length = 3;
      },
      "inclusion_mismatch",
    ],
    [
      "a path elsewhere",
      "checkpoint/inclusion.json",
      (value) => {
        value.path[0] = Buffer.alloc(32).toString("base64");
      },
      "inclusion_mismatch",
    ],
    [
      "a proof of no format",
      "checkpoint/inclusion.json",
      (value) => {
        value.format = "x";
      },
      "inclusion_malformed",
    ],
    [
      "an event that was changed",
      "audit/audit.json",
      (value) => {
        value.events[2].body.time = "2026-01-01T00:00:00.000Z";
      },
      "chain_hash_mismatch",
    ],
    [
      "an event that was dropped",
      "audit/audit.json",
      (value) => {
        value.events.splice(3, 1);
      },
      "chain_sequence_gap",
    ],
    [
      "events that were reordered",
      "audit/audit.json",
      (value) => {
        value.events.splice(3, 2, value.events[4], value.events[3]);
      },
      "chain_previous_mismatch",
    ],
  ])("%s", async (_what, name, change, code) => {
    expect(await statedAs(name, change)).toContain(code);
  });

  test("events cut off at the end, with length and head rewritten to match", async () => {
    const chain = changedJson(sample.files, "audit/audit.json", (value) => {
      value.events.splice(-4);
      value.chain = { ...value.chain, length: value.events.length, head: value.events.at(-1).hash };
    });
    expect(await changing({ "audit/audit.json": chain })).toContain("trail_cut_off");
  });

  test("a checkpoint of another tenant's log", async () => {
    const audit = JSON.parse(Buffer.from(file("audit/audit.json")).toString());
    const foreign = await sample.checkpoint(audit, 15, { log: "log_01m80000000000000000000009" });
    expect(await changing(Object.fromEntries(foreign))).toContain("checkpoint_foreign");
  });

  test("a checkpoint that somebody else signed, under a root of their own", async () => {
    const other = await sampleEvidence(1, 1);
    const audit = JSON.parse(Buffer.from(file("audit/audit.json")).toString());
    const foreign = await sample.checkpoint(audit, 15, { seal: other.authorities });
    await other.stop();
    expect(await changing(Object.fromEntries(foreign))).toEqual(["checkpoint_foreign"]);
  });

  test("a checkpoint beside the proof that is not the proof's", async () => {
    expect(await changing({ "checkpoint/checkpoint.txt": Buffer.from("x") })).toEqual([
      "checkpoint_mismatch",
    ]);
  });

  test("a one-time certificate that the chain does not tell of", async () => {
    const name = "certificates/sgr_01m80000000000000000000001.cer";
    expect(await changing({ [name]: file("certificates/sgr_01m80000000000000000000002.cer") })).toEqual([
      "certificate_unrecorded",
    ]);
  });

  test("a time-stamp set apart that is in no document", async () => {
    const token = await sample.authorities.unit.timestamp(Buffer.alloc(32));
    expect(await changing({ "timestamps/01-contract-1.tst": token })).toEqual(["timestamp_unrecorded"]);
  });

  test.each(["evidence.json", "audit/audit.json", "consents.json"])(
    "%s with one name twice",
    async (name) => {
      const doubled = Buffer.from(Buffer.from(file(name)).toString().replace("{", '{"format":"twice",'));
      expect(await faultsOf(new Map([...sample.files, [name, doubled]]))).toContain("name_repeated");
    },
  );

  test("files that are missing, although the statement was made without them", async () => {
    for (const name of [
      "consents.json",
      "audit/audit.json",
      "checkpoint/inclusion.json",
      "audit/audit-trail.pdf",
    ]) {
      expect(await changing({ [name]: null })).toContain("file_missing");
    }
  });
});
