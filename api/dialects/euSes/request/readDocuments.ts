import { createHash } from "node:crypto";
import type { DocumentInput } from "../../../documents/newDocument.js";
import { Fields, lenientBase64 } from "../../reading/fields.js";
import type { SourceType } from "../asked.js";
import { euSesErrors } from "../euSesErrors.js";
import { EuSesFailure } from "../euSesFailure.js";
import { refuseField } from "../refusals.js";

/** A document of a request. */
export interface ReadDocument {
  readonly sourceType: SourceType;
  readonly input: DocumentInput;
  /** MD5 of what came with the request, 32 lower-case hexadecimal digits; null: it is to be fetched. */
  readonly md5: string | null;
}

const urlCharacters = 2000;

/**
 * Reads `inputDocuments`: a URL, base64 or an object, or a list of them.
 * @param most documents of an order
 * @throws EuSesFailure 610 where there are none, 615 where they hold nothing
 */
export function readInputDocuments(body: Fields, most: number): ReadDocument[] {
  const value = body.raw("inputDocuments");
  if (value === null) throw new EuSesFailure(euSesErrors.inputDocumentsRequired, "inputDocuments required");
  const isList = Array.isArray(value);
  const all: readonly unknown[] = isList ? value : [value];
  if (all.length === 0 || all.every((one) => one === "" || one === null)) {
    throw new EuSesFailure(euSesErrors.inputDocumentsEmpty, "inputDocuments required");
  }
  if (all.length > most) {
    throw body.refusal("inputDocuments", "invalid", `must hold at most ${most} members`);
  }
  return all.map((one, index) => {
    const path = isList ? `inputDocuments[${index}]` : "inputDocuments";
    const name = all.length === 1 ? "document.pdf" : `document-${index + 1}.pdf`;
    return readDocument(one, path, name);
  });
}

function readDocument(value: unknown, path: string, name: string): ReadDocument {
  if (typeof value === "string") {
    return isUrl(value) ? remote(value, path, name) : base64(lenientBase64(value), path, path, name);
  }
  const fields = Fields.of(value, path, refuseField);
  const url = fields.text("url", urlCharacters);
  const hasPayload = (fields.raw("payload") ?? "") !== "";
  const sourceType =
    fields.choice("sourceType", ["remote", "base64"]) ?? (url === null ? "base64" : "remote");
  fields.refuseOthers();
  if (sourceType === "remote") {
    if (hasPayload) throw fields.refusal("payload", "invalid", "goes with the sourceType base64");
    if (url === null) throw fields.refusal("url", "missing", "is required");
    return remote(url, path, name);
  }
  if (url !== null) throw fields.refusal("url", "invalid", "goes with the sourceType remote");
  if (!hasPayload) throw fields.refusal("payload", "missing", "is required");
  return base64(fields.base64("payload"), path, fields.at("payload"), name);
}

function isUrl(text: string): boolean {
  return /^\s*https?:\/\//i.test(text);
}

function remote(url: string, param: string, name: string): ReadDocument {
  if (!isUrl(url) || !URL.canParse(url)) {
    throw refuseField(param, "invalid", "must be a URL as https://example.com/document.pdf");
  }
  return {
    sourceType: "remote",
    input: { name: nameIn(url) ?? name, kind: "sign", content: { url: url.trim() }, param },
    md5: null,
  };
}

function base64(bytes: Buffer | null, param: string, path: string, name: string): ReadDocument {
  if (bytes === null) throw refuseField(path, "invalid", "must be a URL, or a PDF in base64");
  return {
    sourceType: "base64",
    input: { name, kind: "sign", content: { bytes }, param },
    // Told in every answer, where nothing rests on it.
    md5: createHash("md5").update(bytes).digest("hex"),
  };
}

/** The file's name at the end of a URL; null where it has none that says that it is a PDF. */
function nameIn(url: string): string | null {
  const last = new URL(url.trim()).pathname.split("/").at(-1)!;
  if (!/\.pdf$/i.test(last)) return null;
  try {
    const name = decodeURIComponent(last).replace(/[\p{Cc}/\\]/gu, "_");
    return name.length <= 200 ? name : null;
  } catch {
    return null;
  }
}
