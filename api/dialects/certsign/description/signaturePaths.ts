import { answers, bodyOf, listOf, orderIds, ownIds, parameter, silent } from "./operations.js";

const documents = bodyOf(listOf("Document"), "The documents.");

/** Documents are added on both roads alike. */
export function addDocuments(operationId: string, summary: string, description: string): object {
  return {
    operationId,
    tags: ["Signatures"],
    summary,
    description: `${description} All or none are added; more can be until the order is validated or signed.`,
    parameters: orderIds,
    requestBody: documents,
    responses: answers("A result for each document.", listOf("Result")),
  };
}

/** What is done with signature requests. */
export const signaturePaths = {
  "/ephemeral/signatures": {
    post: addDocuments(
      "createEphemeralSignatureRequest",
      "Add documents",
      "Adds documents to an order without a code.",
    ),
    get: {
      operationId: "getSignatureRequestStatus",
      tags: ["Signatures"],
      summary: "Read a signature request",
      description: "With the signed document, once it is signed.",
      parameters: ownIds,
      responses: answers("The signature request.", { $ref: "#/components/schemas/SignatureRequest" }),
    },
    patch: {
      operationId: "changeSignatureRequestStatus",
      tags: ["Signatures"],
      summary: "Refuse",
      description: "The holder refuses, which ends the order with all its documents.",
      parameters: ownIds,
      requestBody: bodyOf({ $ref: "#/components/schemas/NewStatus" }, "`REFUSED`."),
      responses: silent(204, "Refused."),
    },
  },
  "/ephemeral/signatures/search": {
    get: {
      operationId: "searchSignatureRequests",
      tags: ["Signatures"],
      summary: "Find signature requests",
      description: "Those of an order; without one those of the newest orders, 100 at most.",
      parameters: [
        ...orderIds,
        parameter("status", "Only those of this status; `CREATED` is taken for `SIGN_CREATED`.", {
          $ref: "#/components/schemas/SignatureStatus",
        }),
      ],
      responses: answers("Results.", listOf("Result")),
    },
  },
};
