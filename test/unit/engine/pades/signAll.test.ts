import { DocumentError } from "../../../../engine/pades/documentError.js";
import { levelsOf } from "../../../../engine/pades/levelsOf.js";
import { sign } from "../../../../engine/pades/sign.js";
import { signAll } from "../../../../engine/pades/signAll.js";
import { openPdf } from "../../../../engine/pdf/document.js";
import { listSignatures } from "../../../../engine/pdf/signatures.js";
import { type Authorities, newAuthorities } from "../../../support/authorities.js";
import { sampleDocument } from "./sampleDocument.js";

describe("signing several documents with one key", () => {
  let authorities: Authorities;
  let documents: { pdf: Uint8Array }[];
  beforeAll(async () => {
    authorities = await newAuthorities();
    documents = [];
    for (const pages of [1, 2, 3]) documents.push({ pdf: await sampleDocument(pages, pages === 2) });
  });
  const shared = async (changes: Partial<Parameters<typeof signAll>[1]> = {}) => ({
    level: "B-LTA" as const,
    ...(await authorities.longLivedSigner()),
    timestamp: authorities.timestamp,
    revocation: authorities.revocation,
    trustAnchors: authorities.roots,
    signingDate: new Date(),
    ...changes,
  });

  test("gives back each of them signed, in order, at the level asked for and with its own options", async () => {
    const own = documents.map((document, index) => ({ ...document, fieldName: `Of document ${index}` }));
    const signed = await signAll(own, await shared());
    expect(signed.map((pdf) => levelsOf(pdf)[0]?.level)).toEqual(["B-LTA", "B-LTA", "B-LTA"]);
    for (const [index, pdf] of signed.entries()) {
      const original = documents[index]!.pdf;
      expect(Buffer.compare(pdf.subarray(0, original.length), original)).toBe(0);
      expect(listSignatures(openPdf(pdf))[0]?.fieldName).toBe(`Of document ${index}`);
    }
  });

  test("asks for revocation data once for all of them", async () => {
    let asked = 0;
    const revocation = {
      crl: (url: string) => {
        asked += 1;
        return authorities.revocation.crl(url);
      },
    };
    await signAll(documents, await shared({ revocation }));
    expect(asked).toBe(2);
  });

  test("uses the key for none when one of them cannot be signed, and says which", async () => {
    let used = 0;
    const sign = () => {
      used += 1;
      return new Uint8Array(70);
    };
    const failure = signAll([...documents, { pdf: Buffer.from("no PDF") }], await shared({ sign }));
    await expect(failure).rejects.toThrow(DocumentError);
    await expect(failure).rejects.toMatchObject({ documentIndex: 3, code: "pdf_not_a_pdf" });
    await expect(failure).rejects.toThrow(/^Document 3: /);
    expect(used).toBe(0);
  });

  test("tells of a key or an authority that fails, and of which document", async () => {
    let used = 0;
    const options = await shared();
    const failing = (message: Uint8Array) => {
      used += 1;
      if (used === 2) throw new Error("card removed");
      return options.sign(message);
    };
    await expect(signAll(documents, { ...options, sign: failing })).rejects.toMatchObject({
      documentIndex: 1,
      code: undefined,
      message: "Document 1: card removed",
    });
    const wrong = () => new Uint8Array(70);
    await expect(
      signAll(documents, await shared({ sign: wrong, signatureVerified: false })),
    ).rejects.toMatchObject({ documentIndex: 0, code: "signature_invalid" });
  });
});

describe("signing at a level", () => {
  test("from B-T on is refused before the key is used when nobody can stamp", async () => {
    const authorities = await newAuthorities();
    const { certificates } = await authorities.oneTimeSigner();
    let used = false;
    const options = {
      level: "B-LT" as const,
      certificates,
      sign: () => {
        used = true;
        return new Uint8Array(70);
      },
      signingDate: new Date(),
    };
    await expect(sign(await sampleDocument(1, false), options)).rejects.toMatchObject({
      code: "state_invalid",
    });
    expect(used).toBe(false);
  });

  test("takes no time-stamp that is not over this signature, nor one whose signature is wrong", async () => {
    const authorities = await newAuthorities();
    const options = {
      level: "B-LTA" as const,
      ...(await authorities.oneTimeSigner()),
      signingDate: new Date(),
    };
    const pdf = await sampleDocument(1, false);
    const ofAnother = () => authorities.timestamp(new Uint8Array(32), "sha256");
    const forged = async (digest: Uint8Array) => {
      const token = Buffer.from(await authorities.timestamp(digest, "sha256"));
      token[token.length - 1]! ^= 1;
      return token;
    };
    for (const timestamp of [ofAnother, forged]) {
      await expect(sign(pdf, { ...options, timestamp })).rejects.toMatchObject({
        code: "timestamp_response_invalid",
      });
    }
  });
});
