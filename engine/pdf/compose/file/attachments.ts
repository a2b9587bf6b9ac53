import { createHash } from "node:crypto";
import { PdfName, type PdfObject, type PdfRef, PdfString, pdfDict } from "../../objects.js";
import { pdfDate } from "../../pdfDate.js";
import { textString } from "../../textString.js";
import type { Attachment } from "../documentOptions.js";
import { packedStream } from "./packedStream.js";

const MOST = 1000;
const MEDIA_TYPE = /^[\w.+-]{1,100}\/[\w.+-]{1,100}$/;

/** What the catalog says of attachments: /AF, and a name tree for /EmbeddedFiles. */
export interface AddedAttachments {
  readonly associated: PdfObject[];
  readonly embeddedFiles: PdfObject;
}

/**
 * Adds files to a document (ISO 32000-1, 7.11.4; ISO 19005-3, 6.8).
 *
 * @param created said of each as the time of its last change
 * @returns undefined where there are none
 * @throws RangeError for too many, a name that is empty or comes twice, a media type that is none
 */
export function addAttachments(
  attachments: readonly Attachment[],
  created: Date,
  add: (value: PdfObject) => PdfRef,
): AddedAttachments | undefined {
  if (attachments.length === 0) return undefined;
  if (attachments.length > MOST) throw new RangeError(`A document has at most ${MOST} attachments.`);
  const names = attachments.map(({ name }) => shownName(name));
  if (new Set(names).size < names.length) throw new RangeError("Two attachments have the same name.");
  const associated = attachments.map((attachment, i) => addOne(attachment, names[i]!, created, add));
  // A name tree is sorted by the bytes of its keys (7.9.6).
  const keyed = names.map((name, i) => ({ key: textString(name), ref: associated[i]! }));
  keyed.sort((a, b) => Buffer.compare(a.key.bytes, b.key.bytes));
  return { associated, embeddedFiles: pdfDict({ Names: keyed.flatMap(({ key, ref }) => [key, ref]) }) };
}

function addOne(
  { mediaType, bytes, relationship, description }: Attachment,
  name: string,
  created: Date,
  add: (value: PdfObject) => PdfRef,
): PdfRef {
  if (!MEDIA_TYPE.test(mediaType)) throw new RangeError(`The media type of ${JSON.stringify(name)} is none.`);
  const file = add(
    packedStream(bytes, {
      Type: new PdfName("EmbeddedFile"),
      Subtype: new PdfName(mediaType),
      Params: pdfDict({
        Size: bytes.length,
        ModDate: pdfDate(created),
        // No security rests on it: the format has no other digest here (Table 46).
        CheckSum: new PdfString(createHash("md5").update(bytes).digest(), true),
      }),
    }),
  );
  return add(
    pdfDict({
      Type: new PdfName("Filespec"),
      F: textString(name),
      UF: textString(name),
      Desc: description === undefined ? undefined : textString(description),
      AFRelationship: new PdfName(relationship),
      EF: pdfDict({ F: file, UF: file }),
    }),
  );
}

/** A name without directories and controls, which would mean something else where it is saved. */
function shownName(name: string): string {
  const shown = name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}/\\:]/gu, "_")
    .trim();
  if (shown === "" || shown === "." || shown === "..") throw new RangeError("An attachment needs a name.");
  return shown;
}
