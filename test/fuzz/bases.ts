import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { corpora, judge } from "../support/judges.js";
import {
  handWrittenPdf,
  hybridPdf,
  ONE_PAGE,
  revisedPdf,
  streamWrittenPdf,
} from "../unit/engine/pdf/handWritten.js";
import { madeByQpdf } from "../unit/engine/pdf/qpdf.js";
import { mutateText, type Random } from "./mutations.js";

/** Files of the corpora larger than this are left out: they take time and show no more. */
const LARGEST = 300_000;

/** A document of one page with a form: a field in a field, one that waits to be signed, metadata. */
const FORM: Readonly<Record<number, string>> = {
  ...ONE_PAGE,
  1: "<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R /Metadata 9 0 R /Lang (en) >>",
  3: ONE_PAGE[3]!.replace("/Contents", "/Annots [7 0 R 8 0 R] /Rotate 90 /Contents"),
  5: "<< /Fields [6 0 R 8 0 R] /DA (/Helv 0 Tf 0 g) >>",
  6: "<< /T (group) /FT /Tx /Kids [7 0 R] >>",
  7: "<< /Type /Annot /Subtype /Widget /T (text) /Parent 6 0 R /V (value) /Rect [0 0 9 9] /P 3 0 R >>",
  8: "<< /Type /Annot /Subtype /Widget /FT /Sig /T (sign here) /Rect [10 10 90 40] /P 3 0 R >>",
  9: "<< /Type /Metadata /Subtype /XML /Length 12 >>\nstream\n<x:xmpmeta/>\nendstream",
};

const ENCRYPTIONS = [
  ["40"],
  ["128", "--use-aes=n"],
  ["128", "--use-aes=y", "--cleartext-metadata"],
  ["256", "--force-R5"],
  ["256"],
];

/** A document of each kind, generated, encrypted, and from the corpora where they are; in an order that stays. */
export function bases(): Uint8Array[] {
  const plain = handWrittenPdf(FORM, { trailer: "/ID [<00> <00>]" });
  const generated = [
    plain,
    revisedPdf(plain, { 3: FORM[3]! }),
    hybridPdf(),
    streamWrittenPdf(FORM),
    streamWrittenPdf(FORM, { compressed: [1, 2, 3, 5, 6, 7, 8], pngRow: 2 }),
  ];
  return [...generated, ...encrypted(plain), ...fromCorpora()];
}

function encrypted(plain: Uint8Array): Uint8Array[] {
  if (!judge("qpdf")) return [];
  return ENCRYPTIONS.flatMap((kind) =>
    ["generate", "disable"].map((streams) =>
      madeByQpdf(plain, [
        ...["--allow-weak-crypto", "--static-id", "--static-aes-iv", `--object-streams=${streams}`],
        ...["--encrypt", "", "owner", ...kind, "--"],
      ]),
    ),
  );
}

function fromCorpora(): Uint8Array[] {
  const directory = corpora();
  if (directory === null) return [];
  return ["real-pdfs", "signed-pdfs"].flatMap((corpus) =>
    readdirSync(join(directory, corpus))
      .sort()
      .filter((name) => name.endsWith(".pdf"))
      .map((name) => readFileSync(join(directory, corpus, name)))
      .filter((bytes) => bytes.length <= LARGEST),
  );
}

/** A document whose cross-reference is right, and whose objects were changed before it was written. */
export function generated(random: Random): Uint8Array {
  const objects: Record<number, string> = { ...FORM };
  for (let times = 1 + random(4); times > 0; times--) {
    const num = 1 + random(9);
    objects[num] = mutateText(objects[num]!, random);
  }
  const compressed = [1, 2, 3, 5, 6, 7, 8].filter(() => random(2) === 0);
  const kind = random(4);
  if (kind === 0) return handWrittenPdf(objects);
  if (kind === 1) return revisedPdf(handWrittenPdf(FORM), objects);
  return streamWrittenPdf(objects, {
    compressed,
    ...(kind === 2 && { pngRow: random(5) as 0 | 1 | 2 | 3 | 4 }),
  });
}
