import { orderStatuses, signatureStatuses } from "../states/statuses.js";

const orderStatus = {
  type: "string",
  enum: [...orderStatuses],
  description:
    "`CREATED`: nothing to sign yet. `VALIDATION_WAITING`: documents are there, the code was not asked for. `VALIDATED`: the code was sent; `VALIDATION_FAILED`: it was tried too often, another is to be sent. `GENERATION_WAITING`: the right code was given. `SIGN_WAITING`: without a code, to be signed. `SIGN_IN_PROGRESS`: signed or being signed, not sealed yet. `CLOSED`: signed and sealed. `DISCARDED`: deleted, refused, or its time was over. `CREATION_FAILED`, `GENERATION_FAILED`: it can never be signed. `GENERATED` is never given: a certificate is generated and used in one step.",
};

const signatureStatus = {
  type: "string",
  enum: [...signatureStatuses],
  description:
    "`SIGN_CREATED`: of an order that was made with another interface, and not sent. `SIGN_AWAITING_VALIDATION`: the code was not asked for. The statuses of an archive are those of documents with `enableArchive`, and only once they are signed. `ARCHIVE_MIGRATED` is never given: what is archived stays where it is.",
};

const item = {
  signatureRequestId: { type: "string", pattern: "^[0-9]{1,19}$", example: "909513426518019114" },
  externalSignatureRequestId: { type: "string", nullable: true, description: "Yours, where you gave one." },
  orderRequestId: { type: "string", pattern: "^[0-9]{1,19}$", example: "909513426515456912" },
  externalOrderRequestId: { type: "string", nullable: true, description: "Yours, where you gave one." },
  status: { $ref: "#/components/schemas/SignatureStatus" },
  reason: { type: "string", description: "Why it was not signed; empty where there is nothing to say." },
};

/** What the calls answer. */
export const answerSchemas = {
  OrderStatus: orderStatus,
  SignatureStatus: signatureStatus,
  Order: {
    type: "object",
    properties: {
      orderRequestId: {
        type: "string",
        pattern: "^[0-9]{1,19}$",
        description: "In decimal digits: a number that a signed integer of 64 bits holds.",
        example: "909513426515456912",
      },
      externalOrderRequestId: { type: "string", nullable: true, example: "UY3xxNUbq1E0" },
      status: { $ref: "#/components/schemas/OrderStatus" },
    },
    required: ["orderRequestId", "externalOrderRequestId", "status"],
    additionalProperties: false,
  },
  Result: {
    type: "object",
    properties: item,
    required: Object.keys(item),
    additionalProperties: false,
  },
  SignatureRequest: {
    type: "object",
    properties: {
      ...item,
      signedContent: {
        type: "string",
        description: "The signed PDF, base64: once it is signed and sealed, as long as it is kept.",
      },
      signingDate: {
        type: "string",
        pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$",
        description: "Once it is signed and sealed.",
        example: "2026-11-22T18:30:00Z",
      },
    },
    required: Object.keys(item),
    additionalProperties: false,
  },
  Error: {
    type: "object",
    properties: {
      errorCode: {
        type: "string",
        enum: [
          "BODY_INVALID",
          "FIELD_MISSING",
          "FIELD_INVALID",
          "FIELD_UNKNOWN",
          "ID_MISSING",
          "IDS_DISAGREE",
          "DOCUMENT_REFUSED",
          "HASH_DIFFERS",
          "APPEARANCE_REFUSED",
          "IDEMPOTENCY_KEY",
          "UNAUTHENTICATED",
          "OTP_WRONG",
          "OTP_TRIES_USED",
          "OTP_UNUSABLE",
          "FORBIDDEN",
          "NOT_FOUND",
          "NOT_ACCEPTABLE",
          "EXTERNAL_ID_TAKEN",
          "EXTERNAL_ID_AMBIGUOUS",
          "ORDER_STATE",
          "WRONG_PATH",
          "IN_PROGRESS",
          "REMOVED",
          "TOO_LARGE",
          "MEDIA_TYPE",
          "TOO_MANY",
          "INTERNAL_ERROR",
          "DELIVERY_FAILED",
          "UNAVAILABLE",
        ],
        description: "Stable: switch over it. Others may come.",
      },
      errorMsg: { type: "string", minLength: 1, description: "One sentence that says what is wrong." },
      errorLabel: {
        type: "string",
        enum: ["ERROR_MAUVAIS_CODE", "ERROR_NBR_ESSAI", "ERROR_CODE_KO"],
        description:
          "Of a code: it is wrong; it was tried too often and works no more; there is none to be given, or its time is over.",
      },
      requestId: { type: "string", description: "Name it when you ask us." },
      field: { type: "string", description: "What is at fault, as a path.", example: "[0].hash" },
      triesLeft: { type: "integer", minimum: 0, description: "How often the code can be tried again." },
      retryAfter: { type: "integer", minimum: 0, description: "Seconds after which it can be asked again." },
    },
    required: ["errorCode", "errorMsg", "requestId"],
    additionalProperties: false,
  },
};
