import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EngineError } from "../../../../engine/error.js";
import { type ExtendOptions, extend } from "../../../../engine/pades/extend.js";
import { levelsOf, type SignatureLevel } from "../../../../engine/pades/levelsOf.js";
import { type Authorities, newAuthorities } from "../../../support/authorities.js";
import { corpora, describeWhere, describeWithCorpora, judge } from "../../../support/judges.js";
import { qpdfComplaints } from "../pdf/qpdf.js";

/** The password of those that are encrypted. */
const access = { password: " " };

/** Refusals that say something of the document or of what is missing; anything else would be a fault of ours. */
const REASONS = new Set([
  "pdf_not_signed",
  "pdf_damaged",
  "pdf_password_wrong",
  "pdf_permission_denied",
  "signature_invalid",
  "validation_data_missing",
]);

const directory = join(corpora() ?? "", "signed-pdfs");

/** Levels as EU DSS finds them; its PKCS7 and LTV levels, which are no baseline, are marked with an asterisk. */
const LEVELS: Readonly<Record<string, string>> = {
  "protected_edition_protected_signing_allowed_with_field_signed.pdf": "B-T*",
  "validation_DSS-3226.pdf": "B-B B-B",
  "validation_DSS-3577.pdf": "B-T",
  "validation_Signature-P-FR_CS-5.pdf": "B-T*",
  "validation_Signature-P-HU_NET-2.pdf": "B-T*",
  "validation_Test.signed_Certipost-2048-SHA512.extended-LTA.pdf": "B-LTA",
  "validation_belgian_pki_multiple_ocsps.pdf": "B-T",
  "validation_dss-1376_DSS1376-rev_n-1.pdf": "B-B",
  "validation_dss-1696_Test.signed_Certipost-2048-SHA512.extended.extended-LTA-2019-07-02(DSS).pdf": "B-LTA",
  "validation_dss-1959_pades-revoc-removed-from-dss-dict.pdf": "B-T",
  "validation_dss-2058_dss-2058-QC-LTA-test.pdf": "B-T B-T",
  "validation_dss-818_Signature-P-DE_CRY-2 (HASH_FAILURE).pdf": "B-B*",
  "validation_pades-bes-no-certificates.pdf": "B-B*",
  "validation_pades-enveloping-other-pdf.pdf": "B-LTA",
  "validation_pades-ltv-from-epes.pdf": "B-T*",
  "validation_pades-not-epes.pdf": "B-B*",
  "validation_pades-two-sig-copied-tst.pdf": "B-T B-T",
  "validation_pkcs7-no-message-digest.pdf": "-*",
  "validation_timestamped_and_signed.pdf": "B-B",
};

/** Those that bring all that validation needs, or need nothing. */
const COMPLETE = [
  "protected_edition_protected_signing_allowed_with_field_signed.pdf",
  "validation_DSS-2155.pdf",
  "validation_DSS-3226.pdf",
  "validation_Signature-P-HU_NET-2.pdf",
  "validation_dss-1376_DSS1376-rev_n-1.pdf",
  "validation_dss-1376_DSS1376-rev_n-4.pdf",
  "validation_dss-2236_replace.pdf",
];

const read = (name: string) => readFileSync(join(directory, name));
const inWords = (levels: readonly SignatureLevel[]) =>
  levels.map(({ level, baseline }) => `${level ?? "-"}${baseline ? "" : "*"}`).join(" ");

describeWithCorpora("documents that others signed", () => {
  let authorities: Authorities;
  beforeAll(async () => {
    authorities = await newAuthorities();
  });
  const to = (level: ExtendOptions["level"]) => ({ level, access, timestamp: authorities.timestamp });

  test.each(Object.entries(LEVELS))("%s has the level that EU DSS finds: %s", (name, expected) => {
    expect(inWords(levelsOf(read(name), { access }))).toBe(expected);
  });

  test.each(COMPLETE)("%s is archived with what is in it", async (name) => {
    const archived = await extend(read(name), to("B-LTA"));
    expect(levelsOf(archived, { access }).every(({ level }) => level === "B-LTA")).toBe(true);
  });

  test("that lack revocation data or certificates are not archived, and the reason names them", async () => {
    await expect(extend(read("validation_pdf-removed-pages.pdf"), to("B-LTA"))).rejects.toMatchObject({
      code: "validation_data_missing",
      message: expect.stringContaining(
        'the revocation data of "Andreas Savva" (http://ocsp-test.jcc.com.cy)',
      ),
    });
    await expect(extend(read("validation_pades-bes-no-certificates.pdf"), to("B-LT"))).rejects.toThrow(
      'for the signature in the field "Signature1" the signer\'s certificate',
    );
  });

  test("are extended for the fields that are named, whatever the others lack", async () => {
    const name = "validation_pades-two-sig-copied-tst.pdf";
    const options = { ...to("B-LTA"), fieldNames: ["Signature2"] };
    await expect(extend(read(name), options)).rejects.toThrow(/^(?!.*"Signature1").*"Signature2"/);
  });
});

describeWhere(
  corpora() !== null && judge("pdfsig") && judge("qpdf"),
  "the corpora, pdfsig, qpdf",
  "documents that others signed",
  () => {
    const work = mkdtempSync(join(tmpdir(), "paraph-strangers-"));
    afterAll(() => rmSync(work, { recursive: true }));
    let authorities: Authorities;
    beforeAll(async () => {
      authorities = await newAuthorities();
    });

    /** Of each signature of the document its field and what pdfsig says of it. */
    const verdicts = (pdf: Uint8Array): string[] => {
      const file = join(work, "judged.pdf");
      writeFileSync(file, pdf);
      const { stdout } = spawnSync("pdfsig", ["-nocert", "-opw", " ", "-upw", " ", file], {
        encoding: "utf8",
      });
      return stdout
        .split(/^Signature #\d+:$/m)
        .slice(1)
        .map((part) => {
          return `${/Field Name: (.*)/.exec(part)?.[1]}: ${/Signature Validation: (.*)/.exec(part)?.[1]}`;
        });
    };

    const names = corpora() === null ? [] : readdirSync(directory).filter((name) => name.endsWith(".pdf"));
    test.each(names)(
      "%s is extended with every verdict of pdfsig as before, or refused with a reason",
      async (name) => {
        const pdf = read(name);
        const before = verdicts(pdf);
        for (const level of ["B-T", "B-LTA"] as const) {
          let extended: Uint8Array;
          try {
            extended = await extend(pdf, { level, access, timestamp: authorities.timestamp });
          } catch (error) {
            expect(error).toBeInstanceOf(EngineError);
            expect(REASONS).toContain((error as EngineError).code);
            continue;
          }
          expect(Buffer.compare(extended.subarray(0, pdf.length), pdf)).toBe(0);
          expect(verdicts(extended)).toEqual(expect.arrayContaining(before));
          if (qpdfComplaints(pdf) === "") expect(qpdfComplaints(extended)).toBe("");
        }
      },
    );
  },
);
