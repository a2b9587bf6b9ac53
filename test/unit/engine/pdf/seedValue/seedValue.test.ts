import { openPdf } from "../../../../../engine/pdf/document.js";
import { permissionsOf } from "../../../../../engine/pdf/permissions/documentPermissions.js";
import type { SignaturePlace } from "../../../../../engine/pdf/placeSignature.js";
import { signatureFields } from "../../../../../engine/pdf/signatureFields.js";
import { bytesOf, handWrittenPdf, ONE_PAGE, streamWrittenPdf } from "../handWritten.js";
import { place, placeOrCode } from "../placed.js";

/** A document whose field "Buyer" waits with this seed value. */
const objects = (seedValue: string, field = "") => ({
  ...ONE_PAGE,
  1: "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] >> >>",
  5: `<< /FT /Sig /T (Buyer) /SV 6 0 R ${field} >>`,
  6: `<< /Type /SV ${seedValue} >>`,
});
const waiting = (seedValue: string, field = "") => handWrittenPdf(objects(seedValue, field));

const inBuyer = (pdf: Uint8Array, how: SignaturePlace = {}) =>
  placeOrCode(pdf, { ...how, fieldName: "Buyer" });
const UNMET = "pdf_seed_value_unmet";

describe("a required constraint of a field's seed value (ISO 32000-2 Table 237)", () => {
  test.each<[string, string, SignaturePlace, SignaturePlace | undefined]>([
    ["the handler", "/Filter /Entrust.PPKEF /Ff 1", {}, undefined],
    ["the encoding", "/SubFilter [/adbe.pkcs7.detached /ETSI.RFC3161] /Ff 2", {}, undefined],
    ["the parser's version", "/V 4 /Ff 4", {}, undefined],
    ["one of its reasons", "/Reasons [(I agree) (Seen)] /Ff 8", { reason: "No" }, { reason: "Seen" }],
    ["a reason at all", "/Reasons [(I agree)] /Ff 8", {}, { reason: "I agree" }],
    ["no reason", "/Reasons [(.)] /Ff 8", { reason: "I agree" }, {}],
    ["no reason, by none listed", "/Ff 8", { reason: "I agree" }, {}],
    ["revocation information inside", "/AddRevInfo true /Ff 32", {}, undefined],
    ["the digest", "/DigestMethod [/SHA384 /SHA512] /Ff 64", {}, { digest: "sha384" }],
    ["an appearance of its author's", "/AppearanceFilter (Seal) /Ff 256", {}, undefined],
    ["a time-stamp", "/TimeStamp << /URL (http://tsa) /Ff 1 >>", {}, { timestampTokenBytes: 4000 }],
    ["a certification", "/MDP << /P 2 >>", { certify: 3 }, { certify: 2 }],
    ["an approval", "/MDP << /P 0 >>", { certify: 1 }, {}],
    ["a legal attestation", "/Ff 16", { certify: 2 }, {}],
    ["no lock", "/LockDocument /false /Ff 128", { lock: { action: "All", permissions: 1 } }, {}],
  ])("%s, refuses what does not meet it and takes what does", (_, seedValue, unmet, met) => {
    expect(inBuyer(waiting(seedValue), unmet)).toBe(UNMET);
    if (met !== undefined) expect(inBuyer(waiting(seedValue), met)).toBe("Buyer");
  });

  test("says in its refusal which field wants what", () => {
    const how = { fieldName: "Buyer", reason: "No" };
    expect(() => place(waiting("/Reasons [(I agree) (Seen)] /Ff 8"), how)).toThrow(
      'The signature field "Buyer" requires one of the reasons "I agree", "Seen".',
    );
  });

  test.each([
    "/Filter /Entrust.PPKEF /SubFilter [/adbe.x509.rsa_sha1] /V 9 /Reasons [(I agree)]",
    "/AddRevInfo true /DigestMethod [/SHA1] /TimeStamp << /URL (http://tsa) /Ff 0 >>",
    "/Filter /Adobe.PPKLite /SubFilter [/ETSI.CAdES.detached] /DigestMethod [/SHA256] /V 3 /Ff 71",
    "/AddRevInfo false /LockDocument /auto /Ff 160",
  ])("that is met, or is advice only, changes nothing: %s", (seedValue) => {
    const { document, name } = place(waiting(seedValue), { fieldName: "Buyer", reason: "Mine" });
    expect(name).toBe("Buyer");
    expect(permissionsOf(document)).toEqual({ signed: true, level: undefined, restrictions: [] });
  });

  test("of a signer who comes second to certify, and cannot, is refused", () => {
    const { signed } = place(waiting("/MDP << /P 2 >>"));
    expect(inBuyer(signed)).toBe("pdf_permission_denied");
  });
});

describe("what a seed value leaves to whoever signs is done as it says", () => {
  test("its certification", () => {
    const { document } = place(waiting("/MDP << /P 2 >>"), { fieldName: "Buyer" });
    expect(permissionsOf(document)).toMatchObject({ level: 2, restrictions: [{ certifies: true }] });
  });

  test.each(["/LockDocument /true /Ff 128", "/LockDocument true"])(
    "its lock of the document: %s",
    (seedValue) => {
      const { signed, document } = place(waiting(seedValue), { fieldName: "Buyer" });
      expect(permissionsOf(document)).toMatchObject({ level: 1, restrictions: [{ certifies: false }] });
      expect(placeOrCode(signed, {})).toBe("pdf_permission_denied");
    },
  );
});

test("signature fields tell their seed values and locks, compressed or not", () => {
  const cert =
    "/Cert << /Ff 33 /Subject [<3000>] /KeyUsage [(1X0)] /SubjectDN [<< /CN (Ada) >>] /OID [(1.2.3)] >>";
  const seedValue = `/Ff 10 /SubFilter [/ETSI.CAdES.detached] /Reasons [(Oui)] /DigestMethod [/SHA-256] ${cert}`;
  const all = { ...objects(seedValue, "/Lock 7 0 R"), 7: "<< /Action /All /P 1 >>" };
  for (const pdf of [handWrittenPdf(all), streamWrittenPdf(all, { compressed: [1, 5, 6, 7] })]) {
    expect(signatureFields(openPdf(pdf))).toMatchObject([
      {
        name: "Buyer",
        signed: false,
        lock: { action: "All", permissions: 1 },
        seedValue: {
          required: new Set(["subFilter", "reason"]),
          subFilters: ["ETSI.CAdES.detached"],
          reasons: ["Oui"],
          digestMethods: ["sha256"],
          certificate: {
            required: new Set(["subject", "keyUsage"]),
            subjects: [bytesOf("\x30\x00")],
            keyUsages: ["1X0"],
            subjectNames: [new Map([["CN", "Ada"]])],
            policies: ["1.2.3"],
          },
        },
      },
    ]);
  }
});
