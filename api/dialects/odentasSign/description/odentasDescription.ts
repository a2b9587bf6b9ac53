import { odentasSchemas } from "./schemas.js";

const refusals = {
  default: {
    description: "What went wrong",
    content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
  },
};

const answer = (description: string) => ({
  description,
  content: { "application/json": { schema: { $ref: "#/components/schemas/Request" } } },
});

const body = (schema: string, required = true) => ({
  required,
  content: { "application/json": { schema: { $ref: `#/components/schemas/${schema}` } } },
});

const id = { name: "id", in: "path", required: true, schema: { type: "string" } };

/** The OpenAPI description of this dialect. */
export function odentasDescription(): object {
  return {
    openapi: "3.0.3",
    info: {
      title: "Odentas Sign",
      version: "1",
      description:
        "The tenant's side: requests for signatures, and what has become of them. The signers' side is the service's own: each `signatureUrl` leads there. A request is an order like any other; it is seen at `/v1/orders` too.",
    },
    servers: [{ url: "/" }],
    security: [{ api_key: [] }],
    paths: {
      "/odentas-sign/requests/create": {
        post: {
          operationId: "createRequest",
          summary: "Ask for signatures",
          tags: ["Requests"],
          requestBody: body("CreateRequest"),
          responses: { 201: answer("The request, with a link for each signer"), ...refusals },
        },
      },
      "/odentas-sign/requests/{id}": {
        get: {
          operationId: "getRequest",
          summary: "Read a request",
          tags: ["Requests"],
          parameters: [id],
          responses: { 200: answer("The request"), ...refusals },
        },
      },
      "/odentas-sign/requests/{id}/cancel": {
        post: {
          operationId: "cancelRequest",
          summary: "Cancel a request",
          tags: ["Requests"],
          parameters: [id],
          requestBody: body("CancelRequest", false),
          responses: { 200: answer("The request, cancelled"), ...refusals },
        },
      },
      "/odentas-sign/webhooks/completion": {
        post: {
          operationId: "completeRequest",
          summary: "Have a request sealed",
          description: "It is sealed by itself when the last signer has signed. May be called again.",
          tags: ["Requests"],
          requestBody: body("CompletionRequest"),
          responses: { 200: answer("The request, as it is now"), ...refusals },
        },
      },
    },
    components: {
      securitySchemes: { api_key: { type: "http", scheme: "bearer", description: "An API key." } },
      schemas: odentasSchemas,
    },
  };
}
