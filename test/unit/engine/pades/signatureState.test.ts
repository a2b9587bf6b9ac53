import { completeSignature } from "../../../../engine/pades/completeSignature.js";
import { prepareSignature } from "../../../../engine/pades/prepareSignature.js";
import { decodeSignatureState, encodeSignatureState } from "../../../../engine/pades/signatureState.js";
import { describeWith } from "../../../support/judges.js";
import { sampleDocument } from "./sampleDocument.js";
import { GOOD, SIGNER_JUDGES, TestSigner } from "./testSigner.js";

describeWith(SIGNER_JUDGES, "the stored middle of a signature", () => {
  let ada: TestSigner;
  let pdf: Uint8Array;
  let stored: string;
  let signatureValue: Uint8Array;
  beforeAll(async () => {
    ada = await TestSigner.create();
    pdf = await sampleDocument(1, false);
    const prepared = prepareSignature(pdf, { certificates: ada.certificates, signingDate: new Date(0) });
    stored = encodeSignatureState(prepared.state);
    signatureValue = ada.sign(prepared.toBeSigned);
  });
  afterAll(() => ada.stop());

  test("survives a restart: what another process completes is valid", () => {
    const signed = completeSignature(pdf, decodeSignatureState(stored), { signatureValue });
    expect(ada.verdicts(signed)).toMatchObject([GOOD]);
  });

  test("does not hold the document again", async () => {
    const large = await sampleDocument(200, false);
    const { state } = prepareSignature(large, { certificates: ada.certificates, signingDate: new Date(0) });
    expect(encodeSignatureState(state).length).toBeLessThan(10_000);
    expect(large.length).toBeGreaterThan(50_000);
  });

  test("is refused when a part is missing, altered or of another version, and the part is named", () => {
    for (const name of Object.keys(JSON.parse(stored) as object)) {
      const without = { ...(JSON.parse(stored) as object), [name]: undefined };
      expect(() => decodeSignatureState(JSON.stringify(without))).toThrow(
        expect.objectContaining({ code: "state_invalid", message: expect.stringContaining(name) }),
      );
    }
    const changed = (change: object) => () =>
      decodeSignatureState(JSON.stringify({ ...JSON.parse(stored), ...change }));
    expect(changed({ version: 1 })).toThrow("version");
    expect(changed({ algorithm: "rsa-pkcs1-sha1" })).toThrow("algorithm");
    expect(changed({ algorithm: "toString" })).toThrow("algorithm");
    expect(changed({ documentDigest: Buffer.alloc(32).toString("base64") })).toThrow("signedAttributes");
    expect(changed({ contentsAt: 1e9 })).toThrow("contentsAt");
    expect(changed({ increment: "not base64!" })).toThrow("increment");
    expect(changed({ certificates: "none" })).toThrow("certificates");
    expect(changed({ documentDigest: "" })).toThrow("signedAttributes");
    expect(changed({ signedAttributes: "AAAA" })).toThrow("signedAttributes");
    expect(() => decodeSignatureState("null")).toThrow(expect.objectContaining({ code: "state_invalid" }));
    expect(() => decodeSignatureState("{")).toThrow(expect.objectContaining({ code: "state_invalid" }));
  });

  test("is refused when something was written into the gap of /Contents, which no digest covers", () => {
    const { increment, contentsAt, contentsBytes } = decodeSignatureState(stored);
    for (const at of [
      contentsAt - 1,
      contentsAt,
      contentsAt + 2 * contentsBytes - 1,
      contentsAt + 2 * contentsBytes,
    ]) {
      const altered = Buffer.from(increment);
      altered[at]! ^= 1;
      const json = { ...(JSON.parse(stored) as object), increment: altered.toString("base64") };
      expect(() => decodeSignatureState(JSON.stringify(json))).toThrow(
        expect.objectContaining({ code: "state_invalid", message: expect.stringContaining("increment") }),
      );
    }
  });
});
