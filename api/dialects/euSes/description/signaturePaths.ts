import { mostLooks, mostSkipped } from "../list/limits.js";
import { answered, ref, refused } from "./answered.js";

const orderId = {
  name: "id",
  in: "path",
  required: true,
  description: "24 hexadecimal digits.",
  schema: { type: "string" },
  example: "67af24c5af9b55291406e946",
};
const query = (name: string, description: string, schema: object) => ({
  name,
  in: "query",
  description,
  schema,
});
const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  description: "Makes a repeat of the request harmless: it is answered with the same order.",
  schema: { type: "string", maxLength: 255 },
};
const whichDocument = query("document", "Which of several documents, from 1; the first by default.", {
  type: "integer",
  minimum: 1,
});

const file = (operationId: string, summary: string, description: string) => ({
  get: {
    operationId,
    summary,
    description,
    tags: ["Signatures"],
    parameters: [orderId, whichDocument],
    responses: {
      200: {
        description: "The PDF, with a file name",
        content: { "application/pdf": { schema: { type: "string", format: "binary" } } },
      },
      409: { ...refused, description: "It is not there yet" },
      410: { ...refused, description: "It was removed" },
      default: refused,
    },
  },
});

const detail = (operationId: string) => ({
  operationId,
  summary: "Read a signature",
  tags: ["Signatures"],
  parameters: [orderId],
  responses: { 200: answered("The signature", ref("Signature")), default: refused },
});

/** Calls about signatures that there are. @param word `signatures`, or `signature`, which is the same */
export function signaturePaths(
  word: "signatures" | "signature",
  auditOperation: object,
): Record<string, object> {
  const one = word === "signature" ? "OfSingular" : "";
  const audit = { ...auditOperation, operationId: `readAudit${one}` };
  return {
    [`/${word}`]: {
      get: {
        operationId: `listSignatures${one}`,
        summary: "List signatures",
        description: `The newest first, those too that were asked for at /v1 or in another dialect. Of running ones, WAIT_SIGN and WAIT_SIGNER look at the newest ${mostLooks}.`,
        tags: ["Signatures"],
        parameters: [
          query("state", "Only in this state", {
            type: "string",
            enum: ["WAIT_VALIDATION", "WAIT_SIGN", "WAIT_SIGNER", "DONE", "ERROR"],
          }),
          query("certificateType", "Only of this type; there are EU-SES only", {
            type: "string",
            enum: ["EU-SES", "EU-QES_automatic", "EU-QES_otp", "EU-QES_remote_otp", "EU-QES_eseal"],
          }),
          query("signatureType", "Only of this type; there are pades only", {
            type: "string",
            enum: ["cades", "pades", "xades", "pkcs1"],
          }),
          query("skip", "How many are passed over; none by default", {
            type: "integer",
            minimum: 0,
            maximum: mostSkipped,
          }),
          query("limit", "How many at most; 100 by default", { type: "integer", minimum: 1, maximum: 100 }),
        ],
        responses: {
          200: answered("Signatures", { type: "array", items: ref("ListedSignature") }),
          default: refused,
        },
      },
    },
    [`/${word}/{id}`]: {
      get: detail(`readSignature${one}`),
      delete: {
        operationId: `deleteSignature${one}`,
        summary: "Cancel a signature, or remove its documents",
        description:
          "One that is not done is cancelled. Of one that has ended the documents are removed at once, unless a legal hold stands on it; the audit stays.",
        tags: ["Signatures"],
        parameters: [orderId, idempotencyKey],
        responses: {
          200: answered("The signature, as it is now", ref("Signature")),
          409: {
            ...refused,
            description: "It is being sealed, its evidence is being made, or a legal hold stands on it",
          },
          default: refused,
        },
      },
    },
    [`/${word}/{id}/detail`]: { get: detail(`readSignatureDetail${one}`) },
    [`/${word}/{id}/signedDocument`]: file(
      `readSignedDocument${one}`,
      "Download the signed document",
      "There once the state is DONE.",
    ),
    [`/${word}/{id}/validatedDocument`]: file(
      `readValidatedDocument${one}`,
      "Download the document as it is to be signed",
      "There once the documents have been checked.",
    ),
    [`/${word}/{id}/audit`]: { get: audit },
  };
}

/** `POST /EU-SES`. */
export const createPath = {
  post: {
    operationId: "createSignature",
    summary: "Ask for signatures",
    description:
      "Answers with a signing link for each signer, which you hand out. Documents at URLs are fetched after the answer, unless options.asyncDocumentsValidation is false.",
    tags: ["Signatures"],
    parameters: [idempotencyKey],
    requestBody: { required: true, content: { "application/json": { schema: ref("OrderRequest") } } },
    responses: {
      200: answered("The signature, with a link for each signer", ref("Signature")),
      422: { ...refused, description: "The request cannot be taken as it is" },
      default: refused,
    },
  },
};
