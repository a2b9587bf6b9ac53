import { answerSchemas } from "./answerSchemas.js";
import { auditOperation } from "./auditOperation.js";
import { auditSchemas } from "./auditSchemas.js";
import { optionSchemas } from "./optionSchemas.js";
import { requestSchemas } from "./requestSchemas.js";
import { createPath, signaturePaths } from "./signaturePaths.js";
import { verifyPaths, verifySchemas } from "./verification.js";

/** The OpenAPI description of this dialect. */
export function euSesDescription(): object {
  return {
    openapi: "3.0.3",
    info: {
      title: "EU-SES",
      version: "1",
      description:
        "Simple electronic signatures with one-time codes, as callers of the Openapi e-signature API ask for them: change the base URL and the token. A signature here is an order at `/v1/orders`: it has one state, one audit trail and one price, whatever words it was made in. Answers come as `{data, success, message, error}`, or bare where the API key says so; refusals always as `{success, message, error}`.",
    },
    servers: [{ url: "/" }],
    security: [{ api_key: [] }],
    paths: {
      "/EU-SES": createPath,
      ...signaturePaths("signatures", auditOperation),
      ...signaturePaths("signature", auditOperation),
      ...verifyPaths,
    },
    components: {
      securitySchemes: {
        api_key: {
          type: "http",
          scheme: "bearer",
          description: "An API key. Its scopes may be written as METHOD:host/path, as in POST:host/EU-SES.",
        },
      },
      schemas: { ...requestSchemas, ...optionSchemas, ...answerSchemas, ...auditSchemas, ...verifySchemas },
    },
  };
}
