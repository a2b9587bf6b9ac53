import { Router } from "express";
import { Failure } from "../../../failure/failure.js";
import type { Platform } from "../../../platform.js";
import { requireCall } from "../../../request/requireCall.js";
import { verifyDocument } from "../../../verification/verifyDocument.js";
import { answer } from "../answer.js";
import { refuseField } from "../refusals.js";
import { inOneSentence, presentEuSesVerification } from "./presentVerification.js";
import { noSignedDocument, readEuSesVerification } from "./readVerification.js";

/** `POST /verify`: validates a signed document. */
export function verifyRouter(platform: Platform): Router {
  const router = Router();
  router.post("/verify", async (request, response) => {
    const caller = requireCall(request, "orders:read");
    const asked = readEuSesVerification(request.body, platform.clock.now());
    const { document, password, recursive, at, detachedContent } = asked;
    const verified = await verifyDocument(platform, caller, document, {
      ...{ at, password, recursive, original: true },
      param: "inputDocument",
    }).catch((error: unknown) => {
      throw refusalOf(error, password);
    });
    const data = presentEuSesVerification(verified, { size: document.length, detachedContent });
    answer(request, response, data, inOneSentence(data));
  });
  return router;
}

/** What is no signed document is a 400 in this dialect; what is too large, or costs too much, keeps its status. */
const noDocument: ReadonlySet<string> = new Set([
  "document_empty",
  "document_not_a_pdf",
  "document_damaged",
  "document_unsupported",
  "document_not_signed",
]);

function refusalOf(error: unknown, password: string | null): unknown {
  if (!(error instanceof Failure)) return error;
  if (noDocument.has(error.code)) return noSignedDocument(`inputDocument: ${error.message}`);
  if (error.code !== "document_encrypted") return error;
  return password === null
    ? refuseField("pdfEncryptionPassword", "missing", "is required: the document is encrypted")
    : refuseField("pdfEncryptionPassword", "invalid", "does not open the document");
}
