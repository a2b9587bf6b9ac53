import { ref } from "./answered.js";

const points = (from: string) => ({
  anyOf: [{ type: "number" }, { type: "string" }],
  description: `Points from the ${from} of the page; text of digits is a number. A box that would leave the page is moved onto it.`,
  example: "331",
});

/** What `POST /EU-SES` takes. */
export const requestSchemas = {
  OrderRequest: {
    type: "object",
    description:
      'May stand in an envelope, `{"data": {…}}`. Null and empty text are as good as nothing. What is not named here is refused.',
    required: ["signers", "inputDocuments"],
    properties: {
      signers: {
        type: "array",
        description: "One at least; all sign in any order.",
        items: ref("SignerRequest"),
      },
      inputDocuments: {
        description: "PDF: a URL, base64 (with line breaks or without), an object, or a list of these.",
        anyOf: [
          { type: "string" },
          ref("InputDocument"),
          { type: "array", items: { anyOf: [{ type: "string" }, ref("InputDocument")] } },
        ],
      },
      callback: ref("CallbackRequest"),
      callbackUrl: { type: "string", description: "The same as `callback` with nothing but a URL." },
      redirectUrl: { type: "string", description: "The same as `options.ui.completeUrl`." },
      options: ref("Options"),
      title: {
        type: "string",
        maxLength: 200,
        description: "What signers are shown; by default the name of the first file.",
      },
      description: { type: "string", maxLength: 2000, description: "What the sender writes to the signers." },
      certificateType: { type: "string", enum: ["EU-SES"] },
      signatureType: { type: "string", enum: ["pades"], description: "Anything else is refused with 622." },
    },
  },
  SignerRequest: {
    type: "object",
    required: ["name", "surname", "authentication"],
    properties: {
      name: { type: "string", maxLength: 64, example: "Mario" },
      surname: { type: "string", maxLength: 64, example: "Rossi" },
      email: {
        type: "string",
        maxLength: 254,
        description: "Needed where codes are sent by e-mail.",
        example: "mario_rossi@example.com",
      },
      mobile: {
        type: "string",
        description: "E.164; needed where codes are sent by SMS.",
        example: "+393334455666",
      },
      message: {
        type: "string",
        maxLength: 1000,
        description:
          "What a message with a code says, with {OTP} where it stands, or else at its end. One text message takes 160 characters with the code, 70 where not all of them are in the GSM alphabet.",
        example: "Hello Mario, this is your OTP code: {OTP}",
      },
      authentication: {
        type: "array",
        description: "Both: a code by e-mail first, then one by SMS.",
        items: { type: "string", enum: ["email", "sms"] },
        example: ["email"],
      },
      language: {
        type: "string",
        maxLength: 35,
        description: "BCP 47, of the page and of messages; `browser`, or nothing, leaves it to us.",
        example: "it",
      },
      signatures: {
        type: "array",
        description:
          "Where the signer signs; by default at the top left of page 1, and who follows beneath. 200 at most.",
        items: ref("SignatureRequest"),
      },
    },
  },
  SignatureRequest: {
    type: "object",
    description: "A page and a corner, or the name of a signature field that stands in the PDF.",
    properties: {
      page: {
        type: "integer",
        minimum: 1,
        description: "From 1; of several documents the pages are counted on from one to the next.",
        example: 1,
      },
      x: points("left"),
      y: points("top"),
      name: { type: "string", description: "Of a signature field; then page and corner do not count." },
    },
  },
  InputDocument: {
    type: "object",
    properties: {
      sourceType: { type: "string", enum: ["remote", "base64"] },
      url: { type: "string", description: "https, on the public internet, without redirects to elsewhere." },
      payload: { type: "string", description: "The PDF, base64." },
    },
  },
  CallbackRequest: {
    type: "object",
    description: 'Where each change of the state is told: `{"data": the signature, "custom": …}`.',
    required: ["url"],
    properties: {
      url: {
        type: "string",
        description: "https; in test mode http too. Anything else is refused with 704.",
      },
      method: {
        type: "string",
        enum: ["JSON", "POST"],
        description: "JSON by default; POST: fields of a form that hold JSON.",
      },
      field: {
        type: "string",
        maxLength: 64,
        description:
          "Of a form, the name of the field with the signature; `data` by default. JSON always has `data`.",
      },
      retry: {
        type: "integer",
        minimum: 0,
        maximum: 5,
        description:
          "Further tries, 5 seconds after the first and twice as long after each; none by default.",
      },
      headers: { type: "object", additionalProperties: { type: "string" } },
      custom: {
        type: "object",
        additionalProperties: true,
        description: "Given back with each request; 4096 bytes.",
      },
    },
  },
};
