/** The groups of calls, in the order in which a newcomer needs them. */
const tags = [
  { name: "Orders", description: "Documents, signers and rules." },
  { name: "Signers", description: "Codes and signatures, where the caller's own pages meet the signer." },
  { name: "Documents", description: "As they were given, and as they were signed." },
  { name: "Audit trail", description: "What happened, as a hash chain." },
  { name: "Evidence", description: "All that proves an order, as one file." },
  {
    name: "Verification",
    description: "Whether a signed document is what was signed, by whom, and what was changed since.",
  },
  {
    name: "Retention",
    description: "How long what is left of orders is kept; what was deleted, with receipts; legal holds.",
  },
  {
    name: "Webhooks",
    description: "What happens, told to your own server: types of events, endpoints, deliveries, replays.",
  },
  { name: "API keys", description: "Test and live, scoped, expiring." },
  { name: "Signer's page", description: "What a signer's browser calls. The link is the credential." },
];

/**
 * Adds to the description what the controllers' types cannot say: the media type of problem documents, the
 * Idempotency-Key, the headers of every answer, and the multipart form of documents.
 */
export function completeApi(description) {
  description.tags = tags;
  for (const [path, methods] of Object.entries(description.paths)) {
    for (const [method, operation] of Object.entries(methods)) complete(operation, method, path);
  }
  description.components.parameters = {
    IdempotencyKey: {
      name: "Idempotency-Key",
      in: "header",
      required: false,
      description:
        "Makes a repeat of this request harmless: it gets the answer of the first one, for 24 hours.",
      schema: { type: "string", minLength: 1, maxLength: 255 },
    },
  };
  description.components.headers = {
    RequestId: { description: "Names the request when you ask us about it.", schema: { type: "string" } },
    RateLimit: {
      description:
        "What is left of the limits, and for how many seconds (draft-ietf-httpapi-ratelimit-headers).",
      schema: { type: "string" },
    },
    RateLimitPolicy: { description: "The limits that apply.", schema: { type: "string" } },
  };
  return description;
}

function complete(operation, method, path) {
  for (const response of Object.values(operation.responses)) {
    for (const [type, media] of Object.entries(response.content ?? {})) {
      // Where one call answers with an object or with a file, each type has the schema of its own.
      const object = media.schema.anyOf?.find(({ $ref }) => $ref);
      if (object) media.schema = type.includes("json") ? object : { type: "string" };
      // A stream of bytes as they are; tsoa takes every stream for base64.
      if (!type.includes("json")) media.schema.format = "binary";
    }
    response.headers = {
      "Request-Id": { $ref: "#/components/headers/RequestId" },
      RateLimit: { $ref: "#/components/headers/RateLimit" },
      "RateLimit-Policy": { $ref: "#/components/headers/RateLimitPolicy" },
      ...response.headers,
    };
  }
  const problem = operation.responses.default?.content;
  if (problem?.["application/json"]) {
    operation.responses.default.content = { "application/problem+json": problem["application/json"] };
  }
  if (method === "post" && operation.security) {
    operation.parameters = [
      ...(operation.parameters ?? []),
      { $ref: "#/components/parameters/IdempotencyKey" },
    ];
  }
  if (path === "/v1/orders" && method === "post") addForm(operation, ["order"]);
  if (path === "/v1/orders/{order}/documents" && method === "post") addForm(operation, []);
  if (path === "/v1/verifications") {
    operation.requestBody.content["application/pdf"] = { schema: { type: "string", format: "binary" } };
  }
}

/** The same body as a form: its JSON in one part, its documents as files. */
function addForm(operation, required) {
  const { content } = operation.requestBody;
  const { schema } = content["application/json"];
  content["multipart/form-data"] = {
    schema: {
      type: "object",
      required,
      properties: {
        order: { ...schema },
        file: { type: "array", items: { type: "string", format: "binary" }, description: "PDFs to sign." },
      },
    },
    encoding: { order: { contentType: "application/json" }, file: { contentType: "application/pdf" } },
  };
}
