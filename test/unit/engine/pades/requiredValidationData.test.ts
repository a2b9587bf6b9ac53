import { addValidationData } from "../../../../engine/pades/addValidationData.js";
import { levelsOf } from "../../../../engine/pades/levelsOf.js";
import { requiredValidationData } from "../../../../engine/pades/requiredValidationData.js";
import { sign } from "../../../../engine/pades/sign.js";
import { type Authorities, newAuthorities, type TestSignatory } from "../../../support/authorities.js";
import { handWrittenPdf, ONE_PAGE } from "../pdf/handWritten.js";
import { sampleDocument } from "./sampleDocument.js";

describe("what a document needs for its signatures' validation", () => {
  let authorities: Authorities;
  // Their first revocation lists are an hour old.
  beforeEach(async () => {
    authorities = await newAuthorities();
  });
  const stamped = async (signer: TestSignatory) =>
    sign(await sampleDocument(1, true), {
      level: "B-T",
      ...signer,
      timestamp: authorities.timestamp,
      signingDate: new Date(),
    });
  const summary = (pdf: Uint8Array, known = {}) =>
    requiredValidationData(pdf, known).map(({ role, missing }) => ({
      role,
      missing: missing.map((part) =>
        part.kind === "revocation"
          ? `${part.certificate.subjectCommonName}: ${[...part.ocsp, ...part.crls].join(" ")}`
          : part.kind === "issuer"
            ? `issuer of ${part.certificate.subjectCommonName}: ${part.urls.join(" ")}`
            : part.kind,
      ),
    }));
  const root = "http://pki.example/root.crl";
  const ofTimestampUnit = `Test Time-stamping Unit: ${root}`;

  test("is said for the signature and for its time-stamp, with the addresses that the certificates name", async () => {
    const pdf = await stamped(await authorities.longLivedSigner("Grace Hopper"));
    expect(summary(pdf)).toEqual([
      {
        role: "signature",
        missing: [
          "Grace Hopper: http://pki.example/ocsp http://pki.example/signers.crl",
          `Test Signers: ${root}`,
        ],
      },
      { role: "signatureTimestamp", missing: [ofTimestampUnit] },
    ]);
  });

  test("does not name a certificate that is never revoked", async () => {
    const pdf = await stamped(await authorities.oneTimeSigner());
    expect(summary(pdf)[0]?.missing).toEqual([`Test Signers: ${root}`]);
  });

  test("includes the issuer that no certificate in the document is of", async () => {
    const signer = await authorities.oneTimeSigner("Ada Lovelace");
    const alone = { ...signer, certificates: signer.certificates.slice(0, 1) };
    expect(summary(await stamped(alone))[0]?.missing).toEqual([
      "issuer of Ada Lovelace: http://pki.example/signers.cer",
    ]);
  });

  test("counts a path as open that does not end in one of the trust anchors", async () => {
    const pdf = await stamped(await authorities.oneTimeSigner());
    const { roots } = await newAuthorities();
    const issuers = requiredValidationData(pdf, { trustAnchors: roots }).flatMap(({ missing }) =>
      missing.filter(({ kind }) => kind === "issuer"),
    );
    expect(issuers.length).toBe(2);
  });

  test("is nothing more once it was added, or is at hand", async () => {
    const pdf = await stamped(await authorities.longLivedSigner());
    const data = { crls: authorities.crls };
    const none = [
      { role: "signature", missing: [] },
      { role: "signatureTimestamp", missing: [] },
    ];
    expect(levelsOf(pdf)).toMatchObject([{ level: "B-T" }]);
    expect(summary(pdf, data).map(({ missing }) => missing.length)).toEqual([2, 1]);
    await authorities.renewLists();
    const fresh = { crls: authorities.crls };
    expect(summary(pdf, fresh)).toEqual(none);
    const extended = addValidationData(pdf, fresh);
    expect(summary(extended)).toEqual(none);
    expect(levelsOf(extended)).toMatchObject([{ level: "B-LT" }]);
    expect(addValidationData(extended, fresh)).toBe(extended);
  });

  test("calls revocation data outdated that are older than the time-stamp, and does not take another authority's", async () => {
    const pdf = addValidationData(await stamped(await authorities.longLivedSigner()), {
      crls: authorities.crls,
    });
    const outdated = requiredValidationData(pdf).flatMap(({ missing }) =>
      missing.map((part) => part.kind === "revocation" && part.outdated),
    );
    const older = (await newAuthorities(() => new Date(Date.now() - 3_600_000))).crls;
    expect(outdated.every((value) => value)).toBe(true);
    const foreign = addValidationData(await stamped(await authorities.longLivedSigner()), { crls: older });
    expect(summary(foreign).map(({ missing }) => missing.length)).toEqual([2, 1]);
    expect(
      requiredValidationData(foreign).some(({ missing }) =>
        missing.some((part) => part.kind === "revocation" && part.outdated),
      ),
    ).toBe(false);
  });

  test("is added to a static XFA form, once, and to no dynamic one", () => {
    const form = (fields: string) =>
      handWrittenPdf({
        ...ONE_PAGE,
        1: `<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [${fields}] /XFA 6 0 R >> >>`,
        5: "<< /FT /Sig /T (Buyer) >>",
        6: "<< /Length 3 >>\nstream\n<a>\nendstream",
      });
    const data = { certificates: authorities.roots };
    expect(() => addValidationData(form(""), data)).toThrow(
      expect.objectContaining({ code: "pdf_unsupported" }),
    );
    const extended = addValidationData(form("5 0 R"), data);
    expect(extended.length).toBeGreaterThan(form("5 0 R").length);
    expect(addValidationData(extended, data)).toBe(extended);
  });
});
