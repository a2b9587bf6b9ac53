import { verifyEvidence } from "../../../../engine/evidence/verifyEvidence.js";
import { changedFiles, type Files } from "./evidenceFiles.js";
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

describe("an audit trail for people that is another than the chain is named a fault:", () => {
  const faultsOf = async (files: Files) => [
    ...new Set(verify(await sample.seal(files)).faults.map(({ code }) => code)),
  ];
  const changing = (changes: Record<string, Uint8Array | null>) =>
    faultsOf(changedFiles(sample.files, changes));
  const file = (name: string) => sample.files.get(name)!;
  const first = "documents/01-contract-signed.pdf";
  const source = "documents/01-contract.pdf";

  test("an audit trail that a signer sealed in the service's place", async () => {
    expect(await changing({ "audit/audit-trail.pdf": file(first) })).toContain("signer_not_seal");
  });

  test.each<[string, (xml: string) => string, string]>([
    [
      "another time of a step",
      (xml) => xml.replace(/(<step>\s*<seq>3<\/seq>\s*<at>)20/, "$119"),
      "steps.3.at",
    ],
    ["a step less", (xml) => xml.replace(/<step>[\s\S]*?<\/step>/, ""), "steps"],
    [
      "a signer more",
      (xml) => xml.replace("<signers>", "<signers><signer><signer>sgr_x</signer></signer>"),
      "signers",
    ],
    ["words between its members", (xml) => xml.replace("<steps>", "<steps>The signer refused."), "steps"],
    [
      "words around its members",
      (xml) => xml.replace(/(<audit_trail[^>]*>)/, "$1The signer refused."),
      "audit_trail",
    ],
    ["a member of another namespace", (xml) => xml.replace("<steps>", '<steps xmlns="urn:other">'), "steps"],
    ["another head", (xml) => xml.replace(/<head>..../, "<head>0000"), "chain.head"],
  ])("an audit trail as XML with %s", async (_what, change, place) => {
    const before = Buffer.from(file("audit/audit-trail.xml")).toString();
    const changed = change(before);
    expect(changed).not.toBe(before);
    const report = verify(
      await sample.seal(changedFiles(sample.files, { "audit/audit-trail.xml": Buffer.from(changed) })),
    );
    expect(report.faults[0]).toMatchObject({ code: "trail_mismatch", file: "audit/audit-trail.xml" });
    expect(report.faults.map(({ message }) => message).join()).toContain(`at ${place} `);
  });

  test("an audit trail that carries another chain than the one beside it", async () => {
    const other = await sampleEvidence(1, 1);
    const foreign = other.files.get("audit/audit-trail.pdf")!;
    await other.stop();
    expect(await changing({ "audit/audit-trail.pdf": foreign })).toEqual(
      expect.arrayContaining(["trail_mismatch", "root_differs"]),
    );
  });

  test("an audit trail that nobody sealed", async () => {
    expect(await changing({ "audit/audit-trail.pdf": file(source) })).toEqual(["signature_missing"]);
  });
});
