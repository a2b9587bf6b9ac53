import { parseSignedData } from "../../../../engine/cms/parseSignedData.js";
import { timestampDigest } from "../../../../engine/pades/completeSignature.js";
import { type ExtendOptions, extend } from "../../../../engine/pades/extend.js";
import { sign } from "../../../../engine/pades/sign.js";
import { openPdf } from "../../../../engine/pdf/document.js";
import { listSignatures } from "../../../../engine/pdf/signatures.js";
import { type Authorities, newAuthorities } from "../../../support/authorities.js";
import { sampleDocument } from "./sampleDocument.js";
import { lastSignature } from "./testSigner.js";

describe("extension of a document", () => {
  let authorities: Authorities;
  beforeAll(async () => {
    authorities = await newAuthorities();
  });
  const signed = async (level: "B-B" | "B-T") =>
    sign(await sampleDocument(1, false), {
      level,
      ...(await authorities.oneTimeSigner()),
      timestamp: authorities.timestamp,
      signingDate: new Date(),
    });
  const extended = (pdf: Uint8Array, changes: Partial<ExtendOptions> = {}) => {
    const { timestamp, revocation, roots: trustAnchors } = authorities;
    return extend(pdf, { timestamp, revocation, trustAnchors, level: "B-T", ...changes });
  };
  const documentTimestamps = (pdf: Uint8Array) =>
    listSignatures(openPdf(pdf)).filter(({ subFilter }) => subFilter === "ETSI.RFC3161").length;

  /** The document with the last digit changed of these bytes, which stand in some /Contents. */
  function withDamaged(pdf: Uint8Array, bytes: Uint8Array): Uint8Array {
    const damaged = Buffer.from(pdf);
    const digits = Buffer.from(bytes).toString("hex");
    const at = damaged.lastIndexOf(digits, undefined, "latin1") + digits.length - 1;
    damaged.write(digits.endsWith("0") ? "1" : "0", at, "latin1");
    return damaged;
  }

  test.each(["B-T", "B-LT"] as const)(
    "adds a document time-stamp for %s when the signature's own time-stamp is over another value",
    async (level) => {
      const pdf = await signed("B-T");
      expect(documentTimestamps(await extended(pdf, { level }))).toBe(0);
      const { signatureValue } = parseSignedData(lastSignature(pdf).cms);
      const fake = withDamaged(pdf, timestampDigest(signatureValue));
      expect(documentTimestamps(await extended(fake, { level }))).toBe(1);
    },
  );

  test("adds one when the document time-stamp that is there does not verify, and none when it does", async () => {
    const stamped = await extended(await signed("B-B"));
    expect(documentTimestamps(stamped)).toBe(1);
    expect(await extended(stamped)).toBe(stamped);
    const { signatureValue } = parseSignedData(lastSignature(stamped).cms);
    const fake = withDamaged(stamped, signatureValue);
    expect(documentTimestamps(await extended(fake))).toBe(2);
  });

  test("adds one when the document time-stamp that is there leaves the signature out of its /ByteRange", async () => {
    const stamped = await extended(await signed("B-B"));
    const text = Buffer.from(stamped).toString("latin1");
    const at = text.lastIndexOf("/ByteRange [0 ") + "/ByteRange [0 ".length;
    const digits = /^\d+/.exec(text.slice(at))![0].length;
    const fake = Buffer.from(stamped);
    fake.write("9".padEnd(digits), at, "latin1");
    expect(documentTimestamps(await extended(fake))).toBe(2);
  });

  test("is refused for a level that there is not, and so is signing at it", async () => {
    const level = "LTA" as ExtendOptions["level"];
    const pdf = await signed("B-B");
    await expect(extended(pdf, { level })).rejects.toThrow(RangeError);
    await expect(extended(pdf, { level: "B-B" as ExtendOptions["level"] })).rejects.toThrow(RangeError);
    await expect(signed(level as "B-B")).rejects.toThrow(RangeError);
    const nobody = { certificates: [], sign: () => new Uint8Array(70), signingDate: new Date() };
    await expect(sign(await sampleDocument(1, false), nobody)).rejects.toMatchObject({
      code: "state_invalid",
    });
  });

  test("is refused for a field that has no signature, be there others", async () => {
    const stamped = await extended(await signed("B-B"));
    for (const level of ["B-T", "B-LT", "B-LTA"] as const) {
      await expect(extended(stamped, { level, fieldNames: ["Signature1", "Buyer"] })).rejects.toMatchObject({
        code: "pdf_field_not_found",
        message: expect.stringContaining('"Buyer"'),
      });
    }
  });
});
