import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { EngineError } from "../../engine/error.js";
import { extend } from "../../engine/pades/extend.js";
import type { PadesLevel } from "../../engine/pades/level.js";
import { sign } from "../../engine/pades/sign.js";
import type { PdfReport } from "../../engine/validation/pdfReport.js";
import { validatePdf } from "../../engine/validation/validatePdf.js";
import type { TestSignatory } from "../support/authorities.js";
import { describeWith, describeWithCorpora } from "../support/judges.js";
import { type DssSignature, describeWithResident } from "../support/residentJudge.js";
import { contract, drawing, revised } from "../unit/engine/validation/pdf/contract.js";
import { classicPdf } from "./documents/laidOut.js";
import { PANEL_PROGRAMS, Panel } from "./judging/panel.js";

/** Where our verdict is another than a foreign judge's, by file and what it is about; and why. */
const known: Readonly<Record<string, string>> = {
  "validation_DSS-3577.pdf pyhanko changes":
    "A text field is filled in, whose font is added to the form's resources. pyHanko explains only fonts that it wrote.",
  "validation_dss-2236_replace.pdf pyhanko changes":
    "The shadow attack `replace`: a field looks different though its value is the same. pyHanko takes it for filling in; DSS warns.",
  "validation_dss-PLAIN-ECDSA_TeleSec_PKS_eIDAS_QES_CA_1-baseline-b.pdf pyhanko intact":
    "pyHanko does not read r and s side by side (BSI TR-03111); DSS does, and finds the signature intact.",
  "validation_Signature-P-HU_NET-2.pdf dss indication":
    "The digest is named by a signature algorithm's identifier. DSS says the content was changed; what cannot be computed is in doubt.",
  "validation_modified_after_signature.pdf dss indication":
    "The contents of a page were replaced in a later revision. DSS warns and passes on; a reader is shown what nobody signed.",
  "validation_siwa.pdf dss count":
    "Objects follow the last cross-reference: programs differ in which document this is. Each /ByteRange in it counts as failed.",
};

describeWithCorpora("the signatures of other people's documents", (corpora) => {
  const directory = join(corpora, "signed-pdfs");
  const names = readdirSync(directory).filter((name) => name.endsWith(".pdf"));

  describeWith(PANEL_PROGRAMS, "with nobody trusted", () => {
    describeWithResident(
      ["dss", "pyhanko"],
      "are to foreign judges what they are to us, but for what is known:",
      () => {
        let panel: Panel;
        beforeAll(async () => {
          panel = await Panel.open();
        });
        afterAll(() => panel.close());

        test.each(names)("%s", async (name) => {
          const file = join(directory, name);
          const report = validated(readFileSync(file));
          const differences: string[] = [];
          const differ = (what: string, ours: unknown, theirs: unknown) => {
            if (ours !== theirs) differences.push(`${name} ${what}`);
          };
          const dss = await panel.dss(file);
          differ("dss count", report?.signatures.length ?? 0, dss.signatures.length);
          const pyhanko = await panel.pyhanko(file).catch(() => null);
          for (const signature of report?.signatures ?? []) {
            const seen = dss.signatures.find(({ field }) => field === signature.fieldName);
            if (seen !== undefined) {
              differ("dss intact", signature.intact, isIntact(seen));
              differ("dss indication", signature.indication, seen.indication);
            }
            const other = pyhanko?.signatures.find(({ field }) => field === signature.fieldName);
            if (other === undefined) continue;
            differ("pyhanko intact", signature.intact, other.intact && other.valid);
            const isAllowed = signature.modification === "unchanged" || signature.modification === "extended";
            differ("pyhanko changes", isAllowed, other.docmdp_ok);
          }
          const expected = Object.keys(known).filter((difference) => difference.startsWith(`${name} `));
          expect([...new Set(differences)].toSorted()).toEqual(expected.toSorted());
        });
      },
    );
  });
});

function validated(pdf: Uint8Array): PdfReport | null {
  try {
    return validatePdf(pdf, { trustAnchors: [], time: new Date() });
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}

/** DSS' checks of the covered bytes, and of the signature value. */
const isIntact = ({ errors }: DssSignature): boolean =>
  !errors.some((error) => /^BBB_CV_(IRDOI|ISI)_ANS/.test(error));

describeWith(PANEL_PROGRAMS, "our own documents", () => {
  describeWithResident(["dss"], "have to EU DSS the indication that they have to us:", () => {
    let panel: Panel;
    let oneTime: TestSignatory;
    let longLived: TestSignatory;
    beforeAll(async () => {
      panel = await Panel.open();
      oneTime = await panel.authorities.oneTimeSigner();
      longLived = await panel.authorities.longLivedSigner();
      // Before the lists that the judge is given: of those of the same second it takes the responder's answer.
      for (const [what, make] of Object.entries(documents)) made.set(what, await make());
      await new Promise((resolve) => setTimeout(resolve, 1100));
    });
    afterAll(() => panel.close());

    const signed = (pdf: Uint8Array, level: PadesLevel, signer: TestSignatory) => {
      const { timestamp, revocation, roots } = panel.authorities;
      const options = { ...signer, signingDate: new Date() };
      if (level === "B-B") return sign(pdf, options);
      return sign(pdf, { ...options, timestamp, revocation, trustAnchors: roots, level });
    };
    const documents: Readonly<Record<string, () => Promise<Uint8Array>>> = {
      "one-time, B-B": () => signed(contract, "B-B", oneTime),
      "one-time, B-T": () => signed(contract, "B-T", oneTime),
      "one-time, B-LTA": () => signed(contract, "B-LTA", oneTime),
      "long-lived, B-B": () => signed(contract, "B-B", longLived),
      "long-lived, B-LT": () => signed(contract, "B-LT", longLived),
      "long-lived, B-LTA": () => signed(contract, "B-LTA", longLived),
      "two signers": async () => signed(await signed(await classicPdf(), "B-T", oneTime), "B-LTA", longLived),
      "extended from B-B": async () => {
        const { timestamp, revocation, roots } = panel.authorities;
        const sources = { timestamp, revocation, trustAnchors: roots };
        return extend(await signed(contract, "B-B", oneTime), { ...sources, level: "B-LTA" });
      },
      tampered: async () => {
        const pdf = Buffer.from(await signed(contract, "B-LT", oneTime));
        pdf.write("9", pdf.indexOf("Price: 100") + 7, "latin1");
        return pdf;
      },
    };
    const made = new Map<string, Uint8Array>();
    const years = (count: number) => new Date(Date.now() + count * 365 * 86_400_000);
    const times = { now: null, "two years on": years(2), "twelve years on": years(12) } as const;

    test.each(
      Object.keys(documents).flatMap((what) => Object.keys(times).map((when) => [what, when] as const)),
    )("%s, %s", async (what, when) => {
      const pdf = made.get(what)!;
      const time = times[when as keyof typeof times];
      const file = await panel.write("verified.pdf", pdf);
      for (const withLists of [true, false]) {
        const { signatures } = await panel.dss(file, { withLists, time: time?.toISOString() ?? "" });
        const { roots, crls } = panel.authorities;
        const report = validatePdf(pdf, {
          ...{ trustAnchors: roots, time: time ?? new Date() },
          ...(withLists && { known: { crls } }),
        });
        expect(report.signatures.map(({ indication }) => indication)).toEqual(
          signatures.map(({ indication }) => indication),
        );
      }
    });

    test("a page that was replaced afterwards fails here, where DSS warns of it and passes", async () => {
      const pdf = revised(await signed(contract, "B-T", oneTime), { 4: drawing("Price: 900") });
      const { signatures } = await panel.dss(await panel.write("replaced.pdf", pdf));
      expect(signatures).toMatchObject([{ indication: "TOTAL_PASSED" }]);
      const { roots, crls } = panel.authorities;
      expect(validatePdf(pdf, { trustAnchors: roots, known: { crls }, time: new Date() }).indication).toBe(
        "TOTAL_FAILED",
      );
    });
  });
});
