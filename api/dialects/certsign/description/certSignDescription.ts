import { answerSchemas } from "./answerSchemas.js";
import { orderPaths } from "./orderPaths.js";
import { requestSchemas } from "./requestSchemas.js";
import { signaturePaths } from "./signaturePaths.js";
import { signingPaths } from "./signingPaths.js";

/** The OpenAPI description of this dialect. */
export function certSignDescription(): object {
  return {
    openapi: "3.0.3",
    info: {
      title: "CertSign",
      version: "1",
      description:
        "One-time certificates in the name of one holder, with or without a code, as callers of the CertEurope CertSign User API Simple ask for them: change the base URL and the client certificate. An order here is an order at `/v1/orders`: it has one state, one audit trail and one price, whatever words it was made in. Every call takes an order or a signature request by the service's id, by yours, or by both. Fields and parameters that no call knows are refused, and booleans and numbers may be text.",
    },
    servers: [{ url: "/" }],
    security: [{ client_certificate: [] }, { api_key: [] }],
    tags: [{ name: "Orders" }, { name: "Signatures" }, { name: "Signing" }],
    paths: { ...orderPaths, ...signaturePaths, ...signingPaths },
    components: {
      securitySchemes: {
        client_certificate: {
          type: "apiKey",
          in: "header",
          name: "TLS client certificate",
          description:
            "A client certificate that the service has issued, on its TLS port or by a proxy that ends TLS; it acts for an API key.",
        },
        api_key: { type: "http", scheme: "bearer", description: "An API key." },
      },
      schemas: { ...requestSchemas, ...answerSchemas },
    },
  };
}
