import { type ExtendOptions, extend } from "../../../../engine/pades/extend.js";
import { levelsOf } from "../../../../engine/pades/levelsOf.js";
import { sign } from "../../../../engine/pades/sign.js";
import { openPdf } from "../../../../engine/pdf/document.js";
import { readDocumentSecurityStore } from "../../../../engine/pdf/documentSecurityStore.js";
import { type Authorities, newAuthorities } from "../../../support/authorities.js";
import { sampleDocument } from "./sampleDocument.js";

describe("extension of the signatures that were added to a document", () => {
  let ours: Authorities;
  let strangers: Authorities;
  /** As it came: signed by a stranger, with a stranger's document time-stamp over it. */
  let came: Uint8Array;
  /** And then signed by us. */
  let signed: Uint8Array;
  beforeAll(async () => {
    [ours, strangers] = [await newAuthorities(), await newAuthorities()];
    const signatory = async (authorities: Authorities) => ({
      ...(await authorities.oneTimeSigner()),
      timestamp: authorities.timestamp,
      signingDate: new Date(),
    });
    came = await sign(await sampleDocument(1, false), { level: "B-B", ...(await signatory(strangers)) });
    came = await extend(came, { level: "B-T", timestamp: strangers.timestamp });
    signed = await sign(came, { level: "B-T", ...(await signatory(ours)) });
  });
  const archived = (changes: Partial<ExtendOptions> = {}) => {
    const { timestamp, roots: trustAnchors, crls } = ours;
    return extend(signed, { level: "B-LTA", timestamp, trustAnchors, crls, ...changes });
  };

  const levelOfOurs = (pdf: Uint8Array) => levelsOf(pdf).at(-1)!.level;

  test("asks for nothing that those need which it came with, nor their document time-stamps", async () => {
    await expect(archived()).rejects.toMatchObject({ code: "validation_data_missing" });
    const asked: string[] = [];
    const revocation = { crl: (url: string) => void asked.push(url) };
    const pdf = await archived({ signedBeyond: came.length, revocation });
    expect(levelOfOurs(pdf)).toBe("B-LTA");
    expect(new Set(asked)).toEqual(new Set(["http://pki.example/root.crl"]));
    const store = readDocumentSecurityStore(openPdf(pdf));
    expect(store).toMatchObject({ certificates: [ours.roots[0]], crls: [ours.crls[0]] });
  });

  test("is refused when there are none", async () => {
    await expect(archived({ signedBeyond: signed.length })).rejects.toMatchObject({ code: "pdf_not_signed" });
  });

  test("goes without what cannot be had where that is allowed, and the level says so", async () => {
    const pdf = await archived({ signedBeyond: came.length, crls: [], allowMissing: true });
    expect(levelOfOurs(pdf)).toBe("B-T");
    expect(readDocumentSecurityStore(openPdf(pdf))).toMatchObject({
      certificates: [ours.roots[0]],
      crls: [],
    });
    expect(levelOfOurs(await archived({ signedBeyond: came.length, allowMissing: true }))).toBe("B-LTA");
  });
});
