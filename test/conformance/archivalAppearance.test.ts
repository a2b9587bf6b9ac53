import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { composeAppearance } from "../../engine/pdf/appearance/composeAppearance.js";
import { signatureAppearance } from "../../engine/pdf/appearance/signatureAppearance.js";
import type { Appearance } from "../../engine/pdf/appearanceSource.js";
import { loadShaper } from "../../engine/pdf/shaping/loadShaper.js";
import type { Shaper } from "../../engine/pdf/shaping/shaper.js";
import { describeWith } from "../support/judges.js";
import { describeWithResident, ResidentJudge } from "../support/residentJudge.js";
import { drawnSignature } from "../unit/engine/appearance/drawnSignature.js";
import { drawnStrokes } from "../unit/engine/appearance/drawnStrokes.js";
import { caveat, cffFont, hebrew, kana, naskh, sans } from "../unit/engine/font/fonts.js";
import { vector } from "../unit/engine/image/vectors.js";
import { SIGNER_JUDGES, TestSigner } from "../unit/engine/pades/testSigner.js";
import { archivalFlavours, archivalPdf, type OutputIntent } from "./documents/archival.js";

const BOX = { width: 220, height: 80 };
const CAPTION = { caption: "Signed by", lines: ["22 November 2025, 14:07 UTC", "Łódź"] };
const jpeg = (file: string) => ({ kind: "jpeg" as const, bytes: vector(file) });

/** Every way in which something can be seen, by name. */
const seen: Record<string, (shaper: Shaper) => Appearance> = {
  "a typed name": () => signatureAppearance({ ...BOX, ...CAPTION, name: "Zoë Ångström", font: sans() }),
  "a name in handwriting": () =>
    signatureAppearance({ ...BOX, ...CAPTION, name: "Жанна Łoś", font: sans(), nameFont: caveat() }),
  strokes: () =>
    signatureAppearance({ ...BOX, ...CAPTION, name: "Zoë", font: sans(), strokes: drawnStrokes() }),
  "a transparent picture": () =>
    signatureAppearance({ ...BOX, ...CAPTION, name: "Zoë", font: sans(), image: drawnSignature() }),
  "a photograph": () =>
    signatureAppearance({ ...BOX, ...CAPTION, name: "Zoë", font: sans(), image: jpeg("orientation-6.jpg") }),
  "a photograph in greys": () =>
    signatureAppearance({ ...BOX, ...CAPTION, name: "Zoë", font: sans(), image: jpeg("grey.jpg") }),
  "a photograph in inks": () =>
    signatureAppearance({ ...BOX, ...CAPTION, name: "Zoë", font: sans(), image: jpeg("cmyk-adobe.jpg") }),
  "Arabic and Hebrew": (shaper) =>
    signatureAppearance({
      ...BOX,
      name: "محمد عبد الله",
      caption: "نُشر",
      lines: ["שָׁלוֹם"],
      font: [sans(), naskh(), hebrew()],
      shaper,
    }),
  "Japanese, and a character that no font has": () =>
    signatureAppearance({ ...BOX, ...CAPTION, name: "山田太郎 \u{1f600}", font: [sans(), kana()] }),
  "a CFF font": () => signatureAppearance({ ...BOX, ...CAPTION, name: "Zoë", font: cffFont() }),
  "a free composition": () =>
    composeAppearance({
      ...BOX,
      elements: [
        { kind: "rectangle", x: 0, y: 0, ...BOX, fill: [0.9, 0.95, 1], stroke: 0.5 },
        { kind: "text", text: "Signé", x: 4, y: 4, size: 9, font: sans(), colour: [0.6, 0, 0] },
        {
          kind: "image",
          image: drawnSignature(),
          x: 60,
          y: 4,
          width: 100,
          height: 60,
          ground: [0.9, 0.95, 1],
        },
      ],
    }),
};

describeWith(SIGNER_JUDGES, "a signature that is seen", () => {
  describeWithResident(["verapdf"], "in an archival document", () => {
    let verapdf: ResidentJudge<"verapdf">;
    let directory: string;
    let shaper: Shaper;
    let ada: TestSigner;
    beforeAll(async () => {
      verapdf = new ResidentJudge("verapdf");
      directory = await mkdtemp(join(tmpdir(), "paraph-archival-"));
      shaper = await loadShaper();
      ada = await TestSigner.create();
    });
    afterAll(async () => {
      await verapdf.stop();
      await ada.stop();
      await rm(directory, { recursive: true });
    });

    const intents: OutputIntent[] = ["sRGB", "grey", "none"];
    const cases = archivalFlavours.flatMap((flavour) =>
      intents.flatMap((intent) => Object.keys(seen).map((name) => [flavour, intent, name] as const)),
    );
    test.each(cases)(
      "of PDF/A-%s with output intent %s leaves it one: %s",
      async (flavour, intent, name) => {
        const file = join(directory, "seen.pdf");
        const placement = { page: 1, x: 40, y: 40, ...BOX, origin: "top-left" } as const;
        await writeFile(
          file,
          ada.signPdf(archivalPdf(flavour, intent), { placement, appearance: seen[name]!(shaper) }),
        );
        expect(await verapdf.judge(file)).toEqual({ flavour, compliant: true, failures: [] });
        expect(readFileSync(file).includes("/SMask")).toBe(false);
      },
      60_000,
    );
  });
});
