import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sign } from "../../engine/pades/sign.js";
import { composeDocument } from "../../engine/pdf/compose/composeDocument.js";
import { loadShaper } from "../../engine/pdf/shaping/loadShaper.js";
import type { Shaper } from "../../engine/pdf/shaping/shaper.js";
import { describeWith } from "../support/judges.js";
import { describeWithResident } from "../support/residentJudge.js";
import { seededRandom } from "../support/seededRandom.js";
import { qpdfComplaints } from "../support/signatureJudges.js";
import {
  sampleAttachments,
  sampleDocument,
  sampleLanguages,
  sampleWords,
} from "../unit/engine/pdf/compose/sampleDocument.js";
import { someBlocks } from "../unit/engine/pdf/compose/someBlocks.js";
import { PANEL_PROGRAMS, Panel } from "./judging/panel.js";

const PROGRAMS = [...PANEL_PROGRAMS, "pdfinfo", "pdfdetach"];
/** The texts of a tree as they follow one another. */
const spoken = (tree: string) => [...tree.matchAll(/^ *"(.*)"$/gm)].map(([, text]) => text).join("");
const archival = { flavour: "3a", compliant: true, failures: [] };
const accessible = { flavour: "ua1", compliant: true, failures: [] };

describeWith(PROGRAMS, "composed documents", () => {
  describeWithResident(["dss", "verapdf"], "as foreign judges see them", () => {
    let panel: Panel;
    let shaper: Shaper;
    beforeAll(async () => {
      panel = await Panel.open();
      shaper = await loadShaper();
    });
    afterAll(() => panel.close());

    test.each(sampleLanguages)("%s: PDF/A-3a and PDF/UA-1, without a complaint of qpdf", async (language) => {
      const file = await panel.write("composed.pdf", composeDocument(sampleDocument(language, shaper)).bytes);
      expect(await panel.verapdf(file)).toEqual(archival);
      expect(await panel.verapdf(file, "ua1")).toEqual(accessible);
      expect(await qpdfComplaints(file)).toBe("");
    });

    test.each(Array.from({ length: 12 }, (_, seed) => seed))(
      "any text in any block, seed %i: both too",
      async (seed) => {
        const blocks = someBlocks(seededRandom(seed));
        const options = { ...sampleDocument("en", shaper), blocks };
        const file = await panel.write("any.pdf", composeDocument(options).bytes);
        expect(await panel.verapdf(file)).toEqual(archival);
        expect(await panel.verapdf(file, "ua1")).toEqual(accessible);
        expect(await qpdfComplaints(file)).toBe("");
      },
    );

    test.each(sampleLanguages)(
      "%s: sealed at B-LTA, it is still both, and valid by what it brings itself",
      async (language) => {
        const { timestamp, revocation, roots, oneTimeSigner } = panel.authorities;
        const { bytes } = composeDocument(sampleDocument(language, shaper, 5));
        const signer = await oneTimeSigner("Seal");
        const sources = { timestamp, revocation, trustAnchors: roots };
        const sealed = await sign(bytes, {
          level: "B-LTA",
          ...signer,
          ...sources,
          signingDate: new Date(),
        });
        const file = await panel.write("sealed.pdf", sealed);
        expect(await panel.verapdf(file)).toEqual(archival);
        expect(await panel.verapdf(file, "ua1")).toEqual(accessible);
        const { signatures } = await panel.dss(file, { withLists: false });
        expect(signatures).toMatchObject([
          { indication: "TOTAL_PASSED", level: "PAdES-BASELINE-LTA", errors: [], warnings: [] },
        ]);
        const [seal] = await panel.pdfsig(file);
        expect(seal).toMatchObject({
          signature: "Signature is Valid.",
          certificate: "Certificate is Trusted.",
        });
      },
    );

    test("attachments come out byte by byte, under their names", async () => {
      const file = await panel.write("composed.pdf", composeDocument(sampleDocument("en", shaper, 1)).bytes);
      const saved = join(panel.directory, "saved");
      mkdirSync(saved);
      execFileSync("pdfdetach", ["-saveall", "-enc", "UTF-8", "-o", saved, file]);
      for (const { name, text } of sampleAttachments)
        expect(readFileSync(join(saved, name), "utf8")).toBe(text);
    });

    test("a reader of tags is told headings, tables with their headers, lists, figures and links", async () => {
      const file = await panel.write("composed.pdf", composeDocument(sampleDocument("en", shaper, 2)).bytes);
      const tree = execFileSync("pdfinfo", ["-struct-text", file], { encoding: "utf8" });
      const types = [...new Set(tree.match(/^ *[A-Z]\w*(?= \(|:?$)/gm)?.map((line) => line.trim()))];
      const expected = "Document H1 P Figure Div H2 Table TBody TR TH TD Link L LI Lbl LBody THead".split(
        " ",
      );
      expect(types.sort()).toEqual(expected.sort());
      expect(tree).toMatch(/TH:\s+\/Scope \/Column\s+"Time \(UTC\)"/);
      expect(tree).toContain('H1 (block)\n    "Audit trail"');
      // In the list, and in each row of the table, whose column is too narrow for it.
      expect(spoken(tree).split(sampleWords.en.event)).toHaveLength(1 + 1 + 2);
    });
  });
});
