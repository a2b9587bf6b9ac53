import { createHash } from "node:crypto";
import type { DocumentInput } from "../../../documents/newDocument.js";
import { Fields } from "../../reading/fields.js";
import { CertSignFailure, refuseField } from "../certSignFailure.js";
import { type GivenIds, orderNames, readIds } from "../readIds.js";
import { type Look, readAppearance } from "./readAppearance.js";

/** A document of createEphemeralSignatureRequest. */
export interface DocumentRequest {
  readonly externalId: string | null;
  readonly input: DocumentInput;
  readonly look: Look;
  readonly archive: boolean;
  readonly archiverNames: readonly string[];
  readonly keywords: readonly string[];
  /** Of the order, where the document names it as well. */
  readonly order: GivenIds;
}

const most = 100;

/**
 * Reads the documents of one call.
 * @throws CertSignFailure
 */
export function readDocuments(body: unknown): DocumentRequest[] {
  if (!Array.isArray(body)) throw refuseField("", "invalid", "must be a list of documents");
  if (body.length === 0) throw refuseField("", "missing", "must hold at least one document");
  if (body.length > most) throw refuseField("", "invalid", `must hold at most ${most} documents`);
  const documents = body.map((document, index) => readDocument(document, index));
  requireDifferent(documents);
  return documents;
}

function readDocument(document: unknown, index: number): DocumentRequest {
  const fields = Fields.of(document, `[${index}]`, refuseField);
  const order = readIds(fields, orderNames);
  const externalId = fields.text("externalSignatureRequestId", 200);
  const digestAlgorithm = readOptions(fields.object("signatureOptions"));
  const look = readAppearance(fields.object("pdfSignatureOptions"));
  const archive = fields.flag("enableArchive") ?? false;
  const archiverNames = fields.texts("archiverNames", 10, 100) ?? [];
  const keywords = fields.texts("keywords", 50, 200) ?? [];
  const bytes = fields.base64("toSignContent");
  if (bytes === null) throw fields.refusal("toSignContent", "missing", "is required: a PDF file, base64");
  requireHash(fields, bytes);
  fields.refuseOthers();
  // What fits, without half of a surrogate pair at its end.
  const name = (externalId ?? `document-${index + 1}`)
    .replace(/\.pdf$/i, "")
    // Mailed, it is a file's name.
    .replace(/[\p{Cc}/\\]/gu, "_")
    .slice(0, 190)
    .replace(/[\ud800-\udbff]$/, "");
  const input = {
    name: `${name}.pdf`,
    kind: "sign" as const,
    content: { bytes },
    digestAlgorithm,
    param: fields.at("toSignContent"),
  };
  return { externalId, input, look, archive, archiverNames, keywords, order };
}

const levels = ["PAdES_BASELINE_B", "PAdES_BASELINE_T", "PAdES_BASELINE_LT", "PAdES_BASELINE_LTA"] as const;

/**
 * How it is signed. Whatever level is asked for, B-LTA is made, which is each of the others as well. SHA-224, which one
 * of the two published schemas has, is answered with SHA-256: nothing weaker than what was asked is made.
 */
function readOptions(options: Fields | null): DocumentInput["digestAlgorithm"] {
  if (options === null) return "SHA-256";
  options.choice("signatureType", levels);
  const digest = options.choice("digestAlgorithmName", ["SHA256", "SHA512", "SHA224"]);
  options.choice("signaturePackagingType", ["ENVELOPED"]);
  options.choice("documentType", ["INLINE"]);
  options.refuseOthers();
  return digest === "SHA512" ? "SHA-512" : "SHA-256";
}

/** The caller's own SHA-1 of the file: it guards against what happens on the way, not against a forger. */
function requireHash(fields: Fields, bytes: Uint8Array): void {
  const stated = fields.text("hash", 100)?.trim().toLowerCase() ?? "";
  if (stated === "" || stated === createHash("sha1").update(bytes).digest("hex")) return;
  const field = fields.at("hash");
  const why = `${field} is not the SHA-1 of toSignContent, in hexadecimal; nothing was added.`;
  throw new CertSignFailure("HASH_DIFFERS", why, field);
}

function requireDifferent(documents: readonly DocumentRequest[]): void {
  const ids = documents.flatMap(({ externalId }) => externalId ?? []);
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated === undefined) return;
  const field = "externalSignatureRequestId";
  const why = `Two of the documents have the ${field} ${JSON.stringify(repeated)}.`;
  throw new CertSignFailure("EXTERNAL_ID_TAKEN", why, field, "order_state_conflict");
}
