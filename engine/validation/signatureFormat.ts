import { EngineError } from "../error.js";
import { sameValue } from "../pades/changes/sameValue.js";
import type { SignedRevision } from "../pades/signedRevisions.js";
import type { PdfDocument } from "../pdf/document.js";
import { readObjectHeader } from "../pdf/indirectObject.js";
import { Lexer } from "../pdf/lexer.js";
import { type EntryPlace, Parser } from "../pdf/parser.js";
import { ReadBudget } from "../pdf/readBudget.js";
import { type ExistingSignature, listSignatures } from "../pdf/signatures.js";
import { found, type SignatureFinding } from "./signatureFinding.js";
import { rangeOf, type SignedRange } from "./signedRange.js";

/** What the format of a signature in a PDF comes to. */
export interface FormatVerdict {
  readonly findings: readonly SignatureFinding[];
  /** What it covers; null where that is not all around its own /Contents. */
  readonly range: SignedRange | null;
  /** The document as it was signed; null where what is covered is none. */
  readonly covered: PdfDocument | null;
}

/** Opens the document that the first so many bytes are; null where they are none. */
export type OpenRevision = (end: number) => PdfDocument | null;

/** Entries by which a reader finds the signature and what it covers: each stands once. */
const decisive = new Set(["Type", "Filter", "SubFilter", "Contents", "ByteRange", "Reference"]);

/**
 * Checks how a signature stands in its document (EN 319 102-1 5.2.2, ISO 32000-2 12.8.1): its /ByteRange covers all from
 * the first byte to the end of a revision but the signature's own /Contents, where the dictionary itself writes it;
 * and the document that is covered holds this signature, in this field, with these entries.
 *
 * Threats: signature wrapping (bytes in a gap that is too wide), universal forgery (a /ByteRange that covers nothing),
 * a second /Contents, and a dictionary that a later revision put in the place of the signed one.
 */
export function checkFormat(
  document: PdfDocument,
  signature: ExistingSignature,
  revision: SignedRevision,
  open: OpenRevision,
): FormatVerdict {
  const range = rangeOf(document.bytes, revision, "any");
  if (range === null) return refused("range_wrong", NOT_AROUND, null, null);
  const covered = open(range.end);
  if (covered === null) {
    const message = "What it covers is no document by itself: it does not end where a revision ends.";
    return refused("revision_unreadable", message, range, null);
  }
  const signed = inRevision(covered, signature);
  if (signed === undefined) {
    const message =
      "The signature dictionary is not the one of the document that was signed: a later revision replaced it, or put it into its field.";
    return refused("dictionary_replaced", message, range, null);
  }
  const places = placesOf(covered, signed);
  if (!isOwnContents(range, places)) return refused("range_wrong", NOT_AROUND, null, null);
  const findings = repeatedOf(places ?? []).map((key) =>
    found(
      "entry_repeated",
      `The signature dictionary has /${key} more than once: programs differ in which counts.`,
    ),
  );
  return { findings, range, covered };
}

const NOT_AROUND =
  "Its /ByteRange does not cover all of a revision around its own /Contents, so that something in it is not signed.";

function refused(
  code: "range_wrong" | "revision_unreadable" | "dictionary_replaced",
  message: string,
  range: SignedRange | null,
  covered: PdfDocument | null,
): FormatVerdict {
  return { findings: [found(code, message)], range, covered };
}

/** Where the entries of the signature dictionary are written; null where that is not in the file as it is. */
function placesOf(document: PdfDocument, { ref }: ExistingSignature): readonly EntryPlace[] | null {
  if (ref === undefined) return null;
  try {
    const lexer = new Lexer(document.bytes, document.placeOf(ref));
    if (readObjectHeader(lexer)?.num !== ref.num) return null;
    const budget = new ReadBudget(document.limits, document.bytes.length);
    return new Parser(lexer, budget).entryPlaces() ?? null;
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}

function repeatedOf(places: readonly EntryPlace[]): string[] {
  const keys = places.map(({ key }) => key).filter((key) => decisive.has(key));
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
}

/** A dictionary that stands in its field, or in an object stream, has no place of its own to compare with. */
function isOwnContents({ length, behind }: SignedRange, places: readonly EntryPlace[] | null): boolean {
  if (places === null) return true;
  return places.some(
    // With or without the delimiters of the string: see `rangeOf`.
    ({ key, start, end }) =>
      key === "Contents" && [0, 1].some((inner) => start === length - inner && end === behind + inner),
  );
}

/** The same signature in the document that it covers; undefined where that has another one, or none, in this field. */
function inRevision(covered: PdfDocument, signature: ExistingSignature): ExistingSignature | undefined {
  try {
    return listSignatures(covered).find(
      ({ fieldName, ref, dict }) =>
        fieldName === signature.fieldName && sameValue(ref, signature.ref) && sameValue(dict, signature.dict),
    );
  } catch (error) {
    if (error instanceof EngineError) return undefined;
    throw error;
  }
}
