import { colourNames, hidingNames, namesOf, optionNames } from "../optionNames.js";

const flag = (description: string, example: boolean) => ({ type: "boolean", description, example });
const colour = { type: "string", pattern: "^#[0-9a-fA-F]{6}$", example: "#0a5aa6" };
const ofAll = <Value>(names: readonly string[], value: Value) =>
  Object.fromEntries(names.map((name) => [name, value]));

const hidden: Readonly<Record<keyof typeof hidingNames, string>> = {
  hideSidebar: "True: no sidebar.",
  hideHeader: "True: no header.",
  hideDownloadValidated: "True: no link to the document as it is to be signed.",
  hideDownloadSigned: "True: no link to the signed document.",
};
const flags = Object.fromEntries(
  namesOf(hidingNames).map((name) => [name, flag(`${hidden[name]} False by default.`, false)]),
);
const modes = {
  type: "array",
  items: { type: "string", enum: ["typed", "drawn"] },
  example: ["typed", "drawn"],
};
const both = (description: string) => ({ type: "boolean", description: `${description} True by default.` });
const editable = {
  type: "object",
  description: "What of their own data signers may correct; true and false may be text.",
  properties: {
    name: both("Name and surname."),
    mobile: both("The number that codes are sent to."),
    email: both("The address that codes are sent to."),
  },
};
const asynchronous = {
  asyncDocumentsValidation: flag(
    "False: documents at URLs are fetched before the answer. Left out or true: after it, in the state WAIT_VALIDATION. Documents in the request are always checked before the answer.",
    true,
  ),
  asyncSignature: flag("Taken, and told again: signing is always of the signers' time.", false),
};
const timezone = {
  type: "string",
  description: "An IANA time zone; UTC by default.",
  example: "Europe/Rome",
};
const signerMustRead = flag(
  "True: a signer signs after each page has been shown to its end. False by default.",
  false,
);

/** `options`, in requests and in answers. */
export const optionSchemas = {
  Options: {
    type: "object",
    description:
      "Each may stand at the top level of the request instead; in both places it must be the same.",
    properties: {
      ...asynchronous,
      signatureMode: {
        ...modes,
        description: "How signers may write their names, both ways by default; one word is taken as well.",
      },
      userEditableData: editable,
      timezone,
      signerMustRead,
      ui: { $ref: "#/components/schemas/Ui" },
    },
  },
  Ui: {
    type: "object",
    description: "How the signers' page looks, and where it leads.",
    properties: {
      ...ofAll(namesOf(colourNames), colour),
      sidebarLogo: {
        type: "string",
        description: "An https URL; the picture stands in e-mails with codes too.",
      },
      ...flags,
      iframeAncestors: {
        type: "array",
        description: "Pages that may show this one in a frame; of each URL its origin counts. 20 at most.",
        items: { type: "string" },
        example: ["https://example.com"],
      },
      completeUrl: { type: "string", description: "Where a button leads when a signer is done." },
      cancelUrl: { type: "string", description: "Where a button leads a signer who does not sign now." },
    },
  },
  SettledOptions: {
    type: "object",
    description: "The options, with defaults filled in.",
    required: [...optionNames],
    properties: {
      ...asynchronous,
      signatureMode: modes,
      userEditableData: { ...editable, required: ["name", "mobile", "email"] },
      timezone,
      signerMustRead,
      ui: { $ref: "#/components/schemas/SettledUi" },
    },
  },
  SettledUi: {
    type: "object",
    description: "Null where the page has its own.",
    required: [
      ...namesOf(colourNames),
      ...namesOf(hidingNames),
      "sidebarLogo",
      "iframeAncestors",
      "completeUrl",
      "cancelUrl",
    ],
    properties: {
      ...ofAll(namesOf(colourNames), { ...colour, nullable: true }),
      sidebarLogo: { type: "string", nullable: true },
      ...flags,
      iframeAncestors: { type: "array", items: { type: "string" } },
      completeUrl: { type: "string", nullable: true },
      cancelUrl: { type: "string", nullable: true },
    },
  },
};
