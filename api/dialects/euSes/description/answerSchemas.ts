import { ref } from "./answered.js";

const id = { type: "string", pattern: "^[0-9a-f]{24}$", example: "693957bddcc141c34e03fcd9" };
const date = {
  type: "string",
  pattern: "^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}\\.\\d{3}\\+00:00$",
  example: "2025-12-10 11:21:33.653+00:00",
};
const state = {
  type: "string",
  enum: ["WAIT_VALIDATION", "WAIT_SIGN", "WAIT_SIGNER", "DONE", "ERROR"],
  description:
    "WAIT_VALIDATION: its documents are being fetched and checked. WAIT_SIGN: nobody has signed yet. WAIT_SIGNER: some have signed. DONE: all have, and it is sealed. ERROR: errorNumber and errorMessage say why.",
};
const inEveryAnswer = {
  id,
  errorNumber: {
    type: "integer",
    nullable: true,
    description: "900: failed, 901: refused by a signer, 902: expired, 903: cancelled.",
  },
  errorMessage: { type: "string", nullable: true },
  updatedAt: date,
  createdAt: date,
  certificateType: { type: "string", enum: ["EU-SES"] },
  state,
  signatureType: { type: "string", enum: ["pades"] },
};
const file = {
  id,
  name: { type: "string" },
  mimetype: { type: "string", enum: ["application/pdf"] },
  extension: { type: "string", enum: ["pdf"] },
  size: { type: "integer", description: "Bytes." },
  md5: {
    type: "string",
    pattern: "^[0-9a-f]{32}$",
    description: "Left out when its bytes were removed.",
  },
  createdAt: date,
};
/** @param optional members that are left out where there is nothing to say */
const closed = (properties: object, optional: readonly string[] = []) => ({
  type: "object",
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties,
});

/** What calls of this dialect answer with. */
export const answerSchemas = {
  Refusal: closed({
    success: { type: "boolean", enum: [false] },
    message: { type: "string", description: "A sentence for a reader." },
    error: {
      type: "integer",
      description:
        "610: no signers in the list, or no inputDocuments; 615: inputDocuments are empty; 622: no such signatureType; 625: an option; 685: no list of signers; 704: the callback's URL. Ours: 910: a field is missing, 911: it is not as it should be, 912: there is no such field, 913: a document cannot be taken, 914: a signature has no place. Else the HTTP status.",
      example: 685,
    },
  }),
  Signature: closed({
    ...inEveryAnswer,
    signers: { type: "array", items: ref("Signer") },
    options: ref("SettledOptions"),
    document: ref("Document"),
  }),
  ListedSignature: closed({ ...inEveryAnswer, documentTitle: { type: "string" } }),
  Signer: closed(
    {
      id: { type: "string", format: "uuid" },
      url: { type: "string", description: "The signing link: whoever has it is taken to the signer's page." },
      state: { type: "string", enum: ["NEW", "SIGNED", "REFUSED"] },
      name: { type: "string" },
      surname: { type: "string" },
      email: { type: "string" },
      mobile: { type: "string" },
      message: { type: "string" },
      authentication: { type: "array", items: { type: "string", enum: ["email", "sms"] } },
      language: { type: "string", description: "`browser`, where none was given." },
      mobileEditable: { type: "boolean" },
      emailEditable: { type: "boolean" },
      signatures: {
        type: "array",
        items: {
          type: "object",
          required: ["page", "x", "y"],
          properties: {
            page: { type: "integer" },
            x: { type: "integer" },
            y: { type: "integer" },
            name: { type: "string", description: "Of the signature field that it is." },
          },
        },
      },
      emailValidation: closed({
        domain: { type: "string" },
        host: { type: "string" },
        otpAttempts: { type: "integer", description: "How often a code that was sent there was typed." },
        mxRecords: { type: "array", items: { type: "object" }, description: "None: no domain is looked up." },
      }),
    },
    ["email", "mobile", "message", "emailValidation"],
  ),
  Document: closed(
    {
      title: { type: "string" },
      description: { type: "string" },
      inputDocuments: {
        type: "array",
        items: ref("InputFile"),
        description: "None as long as they are being fetched.",
      },
      validatedDocument: ref("File"),
      signedDocument: ref("File"),
    },
    ["validatedDocument", "signedDocument"],
  ),
  InputFile: closed({ sourceType: { type: "string", enum: ["remote", "base64"] }, ...file }, ["md5"]),
  File: closed(file, ["md5"]),
};
