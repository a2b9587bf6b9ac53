import { ref } from "./answered.js";

/** What `GET /signatures/{id}/audit` answers as JSON, within the envelope. The order is the schema `Signature`. */
export const auditSchemas = {
  Audit: {
    type: "object",
    required: ["SignatureData", "AuditData"],
    properties: {
      SignatureData: ref("Signature"),
      AuditData: { type: "array", items: ref("AuditLine") },
    },
  },
  AuditLine: {
    type: "object",
    required: ["id", "createdAt", "log"],
    properties: {
      id: { type: "string", pattern: "^[0-9a-f]{24}$", example: "67af252264f60538280f70fc" },
      createdAt: { type: "string", example: "2026-11-22 18:30:00.000+00:00" },
      log: {
        type: "string",
        description: "What happened, with the names, addresses and digests that belong to it.",
        example: "Document added: contract.pdf; MD5:694be78a9eaa52d602bec92e211fa5dc; SHA256:…",
      },
    },
  },
} as const;
