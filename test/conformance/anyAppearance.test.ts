import { X509Certificate } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadTypefaces } from "../../api/compose/typefaces.js";
import type { OrderDocument, Placement, Signer } from "../../api/orders/order.js";
import { appearanceFonts } from "../../api/placements/appearanceFonts.js";
import type { NewPlace, NewPlacement } from "../../api/placements/newPlacement.js";
import type { AppearanceLine, OwnAppearance } from "../../api/placements/ownAppearance.js";
import { requireDrawable } from "../../api/placements/requireDrawable.js";
import { resolveOrderPlacements } from "../../api/placements/resolvePlacements.js";
import { makeSignatures } from "../../api/signing/makeSignatures.js";
import type { Typefaces } from "../../api/signing/typefaces.js";
import { openPdf } from "../../engine/pdf/document.js";
import { describeWith } from "../support/judges.js";
import { type ServiceAuthorities, startServiceAuthorities } from "../support/sealedDocument.js";
import { seededRandom } from "../support/seededRandom.js";
import { colourIn } from "../support/seenPages.js";
import { pdfsig, qpdfComplaints, trustInNss } from "../support/signatureJudges.js";
import { vector, vectorNames } from "../unit/engine/image/vectors.js";
import { handWrittenPdf, ONE_PAGE } from "../unit/engine/pdf/handWritten.js";
import { archivalPdf } from "./documents/archival.js";
import { encryptedPdf } from "./documents/qpdfWritten.js";

const orders = 120;
const seed = 20261123;

const page = (entries: string) => ONE_PAGE[3]!.replace(/\/MediaBox \[[^\]]*\]/, entries);
const crop = "/MediaBox [-50 -30 600 800] /CropBox [20 40 520 740]";
const turned = (angle: number) => handWrittenPdf({ ...ONE_PAGE, 3: page(`${crop} /Rotate ${angle}`) });
const plain = handWrittenPdf(
  { ...ONE_PAGE, 3: page("/MediaBox [0 0 595 842]") },
  { trailer: "/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]" },
);
const documents: Readonly<Record<string, Uint8Array>> = {
  plain,
  "PDF 2.0": Buffer.from(Buffer.from(plain).toString("latin1").replace("%PDF-1.7", "%PDF-2.0"), "latin1"),
  "turned by 90": turned(90),
  "turned by 180": turned(180),
  "turned by 270": turned(270),
  "PDF/A-1": archivalPdf("1b"),
  "PDF/A-2": archivalPdf("2b"),
  encrypted: encryptedPdf(plain, "R6"),
};

const words = [
  ..."Signé par Łukasz Đorđević Παπαδοπούλου Иван السلام עברית नमस्ते e\u0301\u0323".split(" "),
  ...["\u200b", "ﷺ", "\t", "\n", "\u00a0", "\u00ad", "()\\<>", "€", "ﬁ"],
];
/** What no font of ours has. */
const strange = ["漢字", "한국어", "สวัสดี", "👨‍👩‍👧", "\ue000", "\u{10ffff}"];
const western = ["Signé", "Zoë", "€", "(a)", "\\", "\u00a0", "•", "e\u0301"];

const pictures = [...vectorNames(".png"), ...vectorNames(".jpg")];

/** One thing of several, numbers and texts, all from one seed. */
class Dice {
  readonly below = seededRandom(seed);
  of<T>(things: readonly T[]): T {
    return things[this.below(things.length)]!;
  }
  between(least: number, most: number): number {
    return least + this.below(Math.round((most - least) * 8) + 1) / 8;
  }
  text(some: readonly string[]): string {
    if (this.below(60) === 0) return this.of(strange);
    return Array.from({ length: this.below(14) }, () => this.of(some))
      .join(this.of(["", " "]))
      .slice(0, 200)
      .toWellFormed()
      .replaceAll("\ufffd", "");
  }
  line(): AppearanceLine {
    const embedded = this.below(2) === 0;
    const far = this.below(8) === 0;
    return {
      text: this.text(embedded ? words : western),
      color: this.below(0x1000000),
      fontSize: this.of([1, 144, this.between(1, 144), 10]),
      font: this.of(embedded ? appearanceFonts : appearanceFonts.slice(0, 12)),
      embedded,
      x: far ? this.of([-5000, 5000]) : this.between(-20, 200),
      y: far ? this.of([-5000, 5000]) : this.between(-20, 100),
    };
  }
  appearance(): OwnAppearance {
    const image = this.below(3) === 0 ? null : vector(this.of(pictures));
    return { image, lines: Array.from({ length: this.below(21) }, () => this.line()) };
  }
  place(): NewPlace {
    const size = { width: this.between(4, 300), height: this.between(4, 200) };
    const [x, y] = [this.between(0, 150), this.between(0, 150)];
    switch (this.below(4)) {
      case 0:
        return { by: "bottom_left", page: 1, x: x - 20, y: y - 20, size: null };
      case 1:
        return { by: "bottom_left", page: 1, x: this.of([x, 490]), y: this.of([y, -3]), size };
      case 2:
        return { by: "every_page", box: { x, y, ...size } };
      default:
        return { by: "box", page: 1, box: { x, y, ...size } };
    }
  }
  placement(): NewPlacement {
    const values = { name: null, label: null, required: true, readOnly: false, value: null, options: {} };
    return { kind: "signature", document: 0, place: this.place(), ...values, appearance: this.appearance() };
  }
}

const signer = {
  id: "00000000-0000-7000-8000-00000000000a",
  position: 0,
  givenName: "Ada",
  surname: "Lovelace",
  language: "en",
  country: "GB",
  state: "opened",
} as Signer;

describeWith(["qpdf", "pdfsig", "certutil", "pdftoppm"], "own appearances at random", () => {
  let authorities: ServiceAuthorities;
  let typefaces: Typefaces;
  let directory: string;
  let nss: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "paraph-any-"));
    authorities = await startServiceAuthorities();
    typefaces = await loadTypefaces();
    const root = new X509Certificate(authorities.hierarchy.root.der).toString();
    nss = await trustInNss(await mkdtemp(join(directory, "nss-")), [root]);
  });
  afterAll(async () => {
    await authorities.stop();
    await rm(directory, { recursive: true });
  });

  /** What an order keeps of placements that it takes. @throws Failure */
  function taken(
    pdf: Uint8Array,
    placements: readonly NewPlacement[],
  ): [Placement[], Map<string, Uint8Array>] {
    const placeable = [{ kind: "sign" as const, pdf: openPdf(pdf), pages: 1 }];
    const [resolved] = resolveOrderPlacements([{ role: "signer", placements }], placeable);
    requireDrawable({ typefaces, clock: authorities.clock }, [signer], [resolved!], placeable);
    const images = new Map<string, Uint8Array>();
    const kept = resolved!.map(
      ({ box, document: _, param: __, appearance, ...rest }, position): Placement => {
        const id = `00000000-0000-7000-8000-00000000000${position}`;
        if (appearance?.image) images.set(id, appearance.image);
        const appearanceKey = appearance?.image ? id : null;
        const look = appearance && { lines: appearance.lines };
        const ids = { id, position, signerId: signer.id, documentId: "d" };
        return { ...rest, ...box, ...ids, appearance: look, appearanceKey };
      },
    );
    return [kept, images];
  }

  async function sign(
    pdf: Uint8Array,
    placements: Placement[],
    images: Map<string, Uint8Array>,
    strong = false,
  ) {
    const { signers: authority, unit, clock } = authorities;
    const platform = {
      signerAuthority: { test: authority, live: authority },
      timestampAuthority: { test: unit, live: unit },
      typefaces,
      clock,
    };
    const nothing = { typedName: null, timeZone: null, image: null, initials: new Map<string, Uint8Array>() };
    const hand = { mode: "test" as const, signer, signers: [signer], ...nothing, images };
    const digestAlgorithm = strong ? "SHA-512" : "SHA-256";
    const document = { id: "d", pages: 1, signatures: 0, digestAlgorithm } as OrderDocument;
    const item = { document, revision: 0, bytes: pdf, placements };
    return (await makeSignatures(platform, hand, [item])).documents[0]!.bytes;
  }

  test(`of ${orders} orders each that is taken can be signed, and readers find nothing wrong in it`, async () => {
    const dice = new Dice();
    const names = Object.keys(documents);
    let signed = 0;
    for (let order = 0; order < orders; order++) {
      const name = names[order % names.length]!;
      const placements = Array.from({ length: 1 + dice.below(3) }, () => dice.placement());
      const strong = dice.below(2) === 0;
      let kept: [Placement[], Map<string, Uint8Array>];
      try {
        kept = taken(documents[name]!, placements);
      } catch (error) {
        expect(error).toMatchObject({ code: "placement_invalid" });
        continue;
      }
      signed += 1;
      const file = join(directory, `${order}.pdf`);
      await writeFile(file, await sign(documents[name]!, ...kept, strong));
      const judged = {
        order,
        name,
        verdicts: await pdfsig(file, nss),
        complaints: await qpdfComplaints(file),
      };
      const sound = [expect.objectContaining({ signature: "Signature is Valid." })];
      expect(judged).toEqual({ order, name, verdicts: sound, complaints: "" });
    }
    expect(signed).toBeGreaterThan(orders / 2);
  }, 300_000);

  test.each(Object.keys(documents))(
    "a line stands upright where its box is, in its colour: %s",
    async (name) => {
      const line = { text: "HH", color: 0x00a000, fontSize: 20, font: "courier_bold" as const, x: 10, y: 15 };
      const place: NewPlace = { by: "bottom_left", page: 1, x: 100, y: 60, size: { width: 80, height: 50 } };
      const placement = { ...new Dice().placement(), place };
      const rows = await Promise.all(
        [true, false].map(async (embedded) => {
          const appearance = { image: null, lines: [{ ...line, embedded }] };
          const [kept, images] = taken(documents[name]!, [{ ...placement, appearance }]);
          const file = join(directory, `line-${embedded}.pdf`);
          await writeFile(file, await sign(documents[name]!, kept, images));
          const [{ x, y, width, height }] = kept as [Placement];
          const isGreen = (red: number, green: number, blue: number) => green > red + 60 && green > blue + 60;
          return colourIn(file, { page: 1, x, y, width, height }, isGreen);
        }),
      );
      for (const seen of rows) {
        // Two capitals of Courier, 12 points wide each, on a baseline 15 points above the lower edge of 50.
        expect(seen!.left).toBeGreaterThan(9.5);
        expect(seen!.right).toBeLessThan(35);
        expect(seen!.right - seen!.left).toBeGreaterThan(19);
        expect(seen!.bottom).toBeGreaterThan(34);
        expect(seen!.bottom).toBeLessThan(36);
        expect(seen!.top).toBeGreaterThan(20);
      }
    },
  );
});
