import { answers, listOf, orderIds, parameter, silent } from "./operations.js";
import { addDocuments } from "./signaturePaths.js";

const mode = {
  ...parameter(
    "mode",
    "`SYNC`: answered once it is signed. `ASYNC`: answered at once; it is signed whatever happens, and then the list of results is posted to `asyncPostUrl`.",
    { type: "string", enum: ["SYNC", "ASYNC"] },
  ),
  required: true,
};

const postUrl = parameter(
  "asyncPostUrl",
  "With `ASYNC`: where the list of results is posted to as JSON, signed as Standard Webhooks are, and tried again for three days until it is taken. With `SYNC` it means nothing.",
);

const application = parameter(
  "smsApplicationCode",
  "Code of the application profile by whose rules codes are made and sent; the default one where none is named.",
);

const sign =
  "Signs all documents of the order with one certificate. By asking for it you state that the holder has read the documents in your own pages and has agreed to sign them. Once it was asked for, a repeat answers how things stand, and signs nothing again. A body is passed over.";

/** What leads to signatures. */
export const signingPaths = {
  "/ephemeral/signatures/sign": {
    post: {
      operationId: "signEphemeralOrderRequest",
      tags: ["Signing"],
      summary: "Sign without a code",
      description: sign,
      parameters: [...orderIds, mode, postUrl, application],
      responses: answers("A result for each document.", listOf("Result")),
    },
  },
  "/ephemeral/trigger/signatures": {
    post: addDocuments(
      "createTriggeredEphemeralSignatureRequest",
      "Add documents, with a code",
      "Adds documents to an order with a code.",
    ),
  },
  "/ephemeral/trigger/signatures/validate": {
    post: {
      operationId: "validateTriggeredEphemeralOrderRequest",
      tags: ["Signing"],
      summary: "Send the code",
      description:
        "Sends the holder a code; called again, another one, which makes the one before useless. From the first on the documents stand.",
      parameters: [...orderIds, application],
      responses: silent(200, "Sent. There is no body."),
    },
  },
  "/ephemeral/trigger/signatures/sign": {
    post: {
      operationId: "signTriggeredEphemeralOrderRequest",
      tags: ["Signing"],
      summary: "Sign with a code",
      description: sign,
      parameters: [
        ...orderIds,
        mode,
        parameter("otp", "The code, as the holder typed it; blanks and hyphens are passed over."),
        postUrl,
        application,
      ],
      responses: answers("A result for each document.", listOf("Result")),
    },
  },
};
