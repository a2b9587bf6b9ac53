import { deflateSync } from "node:zlib";
import type { PdfDocument } from "../document.js";
import { asArray, asDict, isName, type PdfDict, type PdfRef, PdfStream } from "../objects.js";

/**
 * The form XObject that a widget shows so far.
 * @returns undefined where it has none, or one for each state
 * @throws EngineError `pdf_damaged`, `pdf_limit_exceeded`
 */
export function formerAppearance(document: PdfDocument, widget: PdfRef): PdfStream | undefined {
  const appearance = asDict(document.resolve(asDict(document.resolve(widget))?.get("AP")));
  const normal = document.resolve(appearance?.get("N"));
  return normal instanceof PdfStream ? normal : undefined;
}

/**
 * Makes a form XObject one that succeeds another: what the former had in its dictionary is there still, compressed alike
 * and with its resources beside the new ones. To a validator of an earlier signature, what is gone from an appearance is
 * a change that it knows no reason for, and what is new in it is a form that was filled in.
 * @throws EngineError `pdf_damaged`, `pdf_limit_exceeded`
 */
export function succeed(document: PdfDocument, { dict, raw }: PdfStream, former: PdfStream): PdfStream {
  const entries = new Map(dict);
  const type = document.resolve(former.dict.get("FormType"));
  if (type !== undefined) entries.set("FormType", type);
  const resources = asDict(document.resolve(former.dict.get("Resources")));
  const own = asDict(entries.get("Resources"));
  if (resources !== undefined && own !== undefined)
    entries.set("Resources", merged(document, own, resources));
  const filter = former.dict.get("Filter");
  if (dict.has("Filter") || filter === undefined || !isFlate(document, filter))
    return new PdfStream(entries, raw);
  return new PdfStream(entries.set("Filter", filter), deflateSync(raw));
}

function isFlate(document: PdfDocument, filter: Parameters<PdfDocument["resolve"]>[0]): boolean {
  const given = document.resolve(filter);
  const names = asArray(given) ?? [given];
  return names.length === 1 && isName(document.resolve(names[0]), "FlateDecode");
}

/** Both resource dictionaries (ISO 32000-2 Table 34) in one; of two of one name, the new one. */
function merged(document: PdfDocument, own: PdfDict, former: PdfDict): PdfDict {
  const both = new Map(former);
  for (const [category, resources] of own) {
    const before = asDict(document.resolve(former.get(category))) ?? new Map();
    const after = asDict(resources);
    both.set(category, after ? new Map([...before, ...after]) : resources);
  }
  return both;
}
