import { loadTypefaces } from "../../../../api/compose/typefaces.js";
import type { SealNeeds } from "../../../../api/papers/sealPaper.js";
import { sealPaper } from "../../../../api/papers/sealPaper.js";
import type { ValidationData } from "../../../../api/sealing/validationData.js";
import { levelsOf } from "../../../../engine/pades/levelsOf.js";
import { composeDocument } from "../../../../engine/pdf/compose/composeDocument.js";
import { openPdf } from "../../../../engine/pdf/document.js";
import { listSignatures } from "../../../../engine/pdf/signatures.js";
import { type Authorities, newAuthorities } from "../../../support/authorities.js";
import { type ServiceAuthorities, startServiceAuthorities } from "../../../support/sealedDocument.js";

describe("the seal on a paper", () => {
  let own: ServiceAuthorities;
  let another: Authorities;
  let pdf: Uint8Array;
  beforeAll(async () => {
    [own, another] = await Promise.all([startServiceAuthorities(), newAuthorities()]);
    const { fonts, shaper } = await loadTypefaces();
    pdf = composeDocument({
      title: "Paper",
      language: "en",
      created: new Date(0),
      id: new Uint8Array(16),
      fonts,
      shaper,
      blocks: [{ kind: "heading", level: 1, text: "Paper" }],
    }).bytes;
  });
  afterAll(() => own?.stop());

  function needs(timestamp: SealNeeds["timestampAuthority"]["live"], data: ValidationData): SealNeeds {
    return {
      clock: own.clock,
      platformSeal: { live: own.seal, test: own.seal },
      timestampAuthority: { live: timestamp, test: timestamp },
      validationData: { live: data, test: data },
    };
  }
  const theirs = () => ({
    maxTokenBytes: another.timestampTokenBytes,
    timestamp: async (digest: Uint8Array) => another.timestamp(digest, "sha256"),
  });

  test("is of level B-LTA: one signature by our seal that nobody sees, and a document time-stamp over all", async () => {
    const sealed = await sealPaper(needs(own.unit, own.validationData(null)), "live", pdf);
    expect(sealed.level).toBe("B-LTA");
    expect(levelsOf(sealed.bytes).map(({ level }) => level)).toEqual(["B-LTA"]);
    expect(listSignatures(openPdf(sealed.bytes))).toHaveLength(2);
    expect(Buffer.compare(Buffer.from(sealed.bytes).subarray(0, pdf.length), pdf)).toBe(0);
  });

  test("stamped by another authority is of level B-LTA where its validation data are had", async () => {
    const data = own.validationData(another.revocation);
    expect((await sealPaper(needs(theirs(), data), "live", pdf)).level).toBe("B-LTA");
  });

  test("is there all the same where they are not, and says the level that it then has", async () => {
    const nothing = { crl: () => undefined, ocsp: () => undefined, certificate: () => undefined };
    const sealed = await sealPaper(needs(theirs(), own.validationData(nothing)), "live", pdf);
    expect(sealed.level).not.toBe("B-LTA");
    expect(levelsOf(sealed.bytes).map(({ level }) => level)).toEqual([sealed.level]);
  });
});
