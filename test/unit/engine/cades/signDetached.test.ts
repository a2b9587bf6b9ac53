import { createHash } from "node:crypto";
import { oids } from "../../../../engine/asn1/oids.js";
import { type DetachedSignatureOptions, signDetached } from "../../../../engine/cades/signDetached.js";
import { attributeValues } from "../../../../engine/cms/attributes.js";
import { parseSignedData } from "../../../../engine/cms/parseSignedData.js";
import { revocationInfoOf } from "../../../../engine/cms/revocationInfo.js";
import { digestMatches, signerVerifies } from "../../../../engine/cms/verifySigner.js";
import { verifyTimestampOf } from "../../../../engine/tsp/verifyToken.js";
import { type Authorities, newAuthorities } from "../../../support/authorities.js";

const content = Buffer.from("paraph.log/log_1\n1\nqqq\n");

describe("a detached CAdES signature", () => {
  let authorities: Authorities;
  beforeAll(async () => {
    authorities = await newAuthorities();
  });
  const signed = async (
    changes: Partial<DetachedSignatureOptions> = {},
    over: Parameters<typeof signDetached>[0] = content,
  ) => {
    const { timestamp, revocation, roots } = authorities;
    const cms = await signDetached(over, {
      ...(await authorities.longLivedSigner()),
      signingTime: new Date("2026-11-22T10:00:00Z"),
      timestamp,
      revocation,
      known: { trustAnchors: roots },
      ...changes,
    });
    return parseSignedData(cms);
  };

  test("is over the content, which it does not hold, by the key of the first certificate", async () => {
    const signature = await signed();
    expect(signature.content).toBeNull();
    expect(signerVerifies(signature)).toBe(true);
    expect(digestMatches(signature, content)).toBe(true);
    expect(digestMatches(signature, Buffer.from("other"))).toBe(false);
  });

  test("says when it was made and of what media type the content is, both signed", async () => {
    const { signedAttributes } = await signed({ mimeType: "text/plain" });
    const [time] = attributeValues(signedAttributes, oids.signingTime);
    expect(Buffer.from(time!).toString("latin1")).toContain("261122100000Z");
    const [type] = attributeValues(signedAttributes, oids.mimeType);
    expect(Buffer.from(type!).toString("latin1")).toContain("text/plain");
    expect(attributeValues((await signed()).signedAttributes, oids.mimeType)).toEqual([]);
  });

  test("is the same over a digest as over the bytes, and refuses a digest of another length", async () => {
    const digest = createHash("sha256").update(content).digest();
    expect(digestMatches(await signed({}, { digest }), content)).toBe(true);
    await expect(signed({}, { digest: digest.subarray(1) })).rejects.toMatchObject({ code: "state_invalid" });
  });

  test("has at B-T a time-stamp over its signature value, and at B-B none", async () => {
    expect((await signed()).timestampTokens).toEqual([]);
    const { timestampTokens, signatureValue } = await signed({ level: "B-T" });
    expect(timestampTokens).toHaveLength(1);
    verifyTimestampOf(timestampTokens[0]!, [signatureValue]);
  });

  test("has at B-LT the certificates of both paths, and lists and OCSP responses in the field for them", async () => {
    const signature = await signed({ level: "B-LT" });
    const { crls, ocspResponses } = revocationInfoOf(signature);
    expect(crls).toHaveLength(1);
    expect(ocspResponses).toHaveLength(1);
    const held = signature.certificates.map((der) => Buffer.from(der).toString("hex"));
    expect(held).toContain(Buffer.from(authorities.roots[0]!).toString("hex"));
    expect(signerVerifies(signature)).toBe(true);
  });

  test("is refused at B-LT when revocation data cannot be had, and made with what there is when that is allowed", async () => {
    const without = { level: "B-LT", revocation: {} } as const;
    const refusal = {
      code: "validation_data_missing",
      message: expect.stringContaining('revocation data of "Grace Hopper"'),
    };
    await expect(signed(without)).rejects.toMatchObject(refusal);
    const signature = await signed({ ...without, allowMissing: true });
    expect(signature.timestampTokens).toHaveLength(1);
    expect(signature.revocationInfo).toEqual([]);
  });

  test("is not completed with a signature of another key", async () => {
    const { sign } = await authorities.longLivedSigner();
    await expect(signed({ sign, signatureVerified: false })).rejects.toMatchObject({
      code: "signature_invalid",
    });
  });

  test.each([true, false])(
    "is not completed with a time-stamp over something else (verified before: %s)",
    async (timestampVerified) => {
      const timestamp: DetachedSignatureOptions["timestamp"] = () =>
        authorities.timestamp(createHash("sha256").update("other").digest(), "sha256");
      const refused = signed({ level: "B-T", timestamp, timestampVerified });
      await expect(refused).rejects.toMatchObject({ code: "timestamp_response_invalid" });
    },
  );

  test("needs a certificate, a level that there is, and from B-T on a source of time-stamps", async () => {
    await expect(signed({ certificates: [] })).rejects.toMatchObject({ code: "state_invalid" });
    await expect(signed({ level: "B-LTA" as "B-LT" })).rejects.toThrow(RangeError);
    const { sign, certificates } = await authorities.longLivedSigner();
    const without = signDetached(content, { sign, certificates, signingTime: new Date(), level: "B-T" });
    await expect(without).rejects.toMatchObject({ code: "state_invalid" });
  });
});
