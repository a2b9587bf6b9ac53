const fonts = [
  "Times_roman",
  "Times_Bold",
  "Times_Italic",
  "Times_Bold_Italic",
  "Helvetica",
  "Helvetica_Bold",
  "Helvetica_Oblique",
  "Helvetica_Bold_Oblique",
  "Courier",
  "Courier_Bold",
  "Courier_Italic",
  "Courier_Bold_Italic",
  "Handwriting_Regular",
  "Handwriting_Callig",
  "Times_roman_not_archived",
  "Times_Bold_not_archived",
  "Times_Italic_not_archived",
  "Times_Bold_Italic_not_archived",
  "Helvetica_not_archived",
  "Helvetica_Bold_not_archived",
  "Helvetica_Oblique_not_archived",
  "Helvetica_Bold_Oblique_not_archived",
  "Courier_not_archived",
  "Courier_Bold_not_archived",
  "Courier_Oblique_not_archived",
  "Courier_Bold_Oblique_not_archived",
];

const optional = { type: "string", nullable: true };

const holder = {
  type: "object",
  properties: {
    firstname: { type: "string", minLength: 1, maxLength: 64, example: "Ada" },
    lastname: { type: "string", minLength: 1, maxLength: 64, example: "Lovelace" },
    email: { ...optional, maxLength: 254, example: "ada@example.org" },
    mobile: {
      ...optional,
      maxLength: 50,
      description:
        "As it is written in the holder's country, or with its country code, with a plus or without.",
      example: "0611111111",
    },
    country: { ...optional, description: "ISO 3166-1 alpha-2; `FR` where none is given.", example: "FR" },
    idNumber: {
      ...optional,
      maxLength: 100,
      description: "Kept sealed in the audit trail, and in the evidence. It is not in the certificate.",
    },
    idType: { ...optional, enum: ["IDCARD", "PASSPORT", "DRIVING", "RESIDENCE"] },
  },
  required: ["firstname", "lastname"],
  additionalProperties: false,
};

const line = {
  type: "object",
  properties: {
    lineContent: { type: "string", minLength: 1, maxLength: 200 },
    lineColor: {
      type: "integer",
      description: "Red, green and blue as one number; black by default.",
      example: 16711680,
    },
    lineFontSize: { type: "number", minimum: 1, maximum: 144, description: "Points; 10 by default." },
    lineFont: {
      type: "string",
      enum: fonts,
      description:
        "`Helvetica` by default. Fonts whose names end with `_not_archived` are not put into the document.",
    },
    linePosXInImage: { type: "number", description: "Points from the left edge of the image; 2 by default." },
    linePosYInImage: {
      type: "number",
      description: "Points from the lower edge of the image to the line's baseline; 2 by default.",
    },
  },
  required: ["lineContent"],
  additionalProperties: false,
};

const look = {
  type: "object",
  nullable: true,
  description:
    "What the signature looks like, and where. Left out, or without image and text, it is not seen. What is seen has no legal value of its own.",
  properties: {
    signatureImageContent: {
      ...optional,
      description: "PNG or JPEG, base64, 2,000,000 bytes at most. Each of its pixels is one point.",
    },
    signaturePosX: { type: "number", description: "Points from the left edge of the page.", example: 50 },
    signaturePosY: { type: "number", description: "Points from the lower edge of the page.", example: 100 },
    signaturePage: { type: "integer", minimum: 1, description: "From 1, which is the default." },
    linesOptions: {
      type: "array",
      nullable: true,
      items: { $ref: "#/components/schemas/Line" },
      description: "Text over the image, or without one: 20 lines at most.",
    },
    signatureText: {
      ...optional,
      description: "An older field, with the four that follow: text from the lower left corner, in lines.",
    },
    signatureTextColor: { type: "integer" },
    signatureTextFontSize: { type: "number" },
    fontFamily: { ...optional, description: "Courier, Times, or else Helvetica." },
    fontStyle: { ...optional, description: "Bold, Italic, both, or neither." },
  },
  additionalProperties: false,
};

/** What the calls take. */
export const requestSchemas = {
  Holder: holder,
  NewOrder: {
    type: "object",
    properties: {
      externalOrderRequestId: {
        ...optional,
        maxLength: 200,
        description: "Your own id of the order, of which there is one.",
        example: "UY3xxNUbq1E0",
      },
      holder: { $ref: "#/components/schemas/Holder" },
      proofFolder: {
        type: "object",
        nullable: true,
        properties: {
          zipFiles: {
            ...optional,
            description:
              "A ZIP file, base64, of at most 20 MiB and 1000 files: kept with the evidence, and erased with it. It may be empty.",
          },
        },
        additionalProperties: false,
      },
      clientIdentifier: {
        ...optional,
        maxLength: 500,
        description: "Kept in the order's metadata as `client_identifier`.",
      },
      otpContact: {
        ...optional,
        maxLength: 254,
        description:
          "Where codes go: to a phone number by SMS, to an e-mail address by e-mail. Without one to the holder's mobile, or else to their e-mail address.",
      },
      enableOtp: {
        type: "boolean",
        nullable: true,
        description:
          "Whether the holder is sent a code, which the signature takes. With it the calls are those below `/ephemeral/trigger/signatures`, without it, which is the default, those below `/ephemeral/signatures`.",
      },
      enableEmail: {
        type: "boolean",
        nullable: true,
        description: "Whether the signed documents are mailed to the holder.",
      },
      enableSharing: {
        type: "boolean",
        nullable: true,
        description: "Kept in the order's metadata as `enable_sharing`; it changes nothing.",
      },
    },
    required: ["holder"],
    additionalProperties: false,
  },
  SignatureOptions: {
    type: "object",
    nullable: true,
    properties: {
      signatureType: {
        type: "string",
        enum: ["PAdES_BASELINE_B", "PAdES_BASELINE_T", "PAdES_BASELINE_LT", "PAdES_BASELINE_LTA"],
        description: "Whichever is asked for, LTA is made, which is each of the others as well.",
      },
      digestAlgorithmName: {
        type: "string",
        enum: ["SHA256", "SHA512", "SHA224"],
        description: "`SHA256` by default, and in the place of `SHA224`.",
      },
      signaturePackagingType: { type: "string", enum: ["ENVELOPED"] },
      documentType: { type: "string", enum: ["INLINE"] },
    },
    additionalProperties: false,
  },
  Line: line,
  PdfSignatureOptions: look,
  Document: {
    type: "object",
    properties: {
      orderRequestId: { ...optional, description: "As in the query; it must agree." },
      externalOrderRequestId: { ...optional, description: "As in the query; it must agree." },
      externalSignatureRequestId: {
        ...optional,
        maxLength: 200,
        description: "Your own id of the document, of which there is one.",
        example: "RR3xxNUbq1E0",
      },
      signatureOptions: { $ref: "#/components/schemas/SignatureOptions" },
      pdfSignatureOptions: { $ref: "#/components/schemas/PdfSignatureOptions" },
      enableArchive: {
        type: "boolean",
        nullable: true,
        description:
          "Whether the order is deposited, documents and evidence, for as long as evidence is kept. It is enough that one of its documents says so.",
      },
      archiverNames: {
        type: "array",
        nullable: true,
        items: { type: "string", maxLength: 100 },
        description: "Kept in the order's metadata as `archiver_names`.",
      },
      toSignContent: { type: "string", minLength: 1, description: "A PDF or PDF/A file, base64." },
      hash: { ...optional, description: "SHA-1 of the file, hexadecimal: refused where it is another." },
      keywords: {
        type: "array",
        nullable: true,
        items: { type: "string", maxLength: 60 },
        description: "Labels that the order is found by: 20 different ones at most in one order.",
      },
    },
    required: ["toSignContent"],
    additionalProperties: false,
  },
  NewStatus: {
    type: "object",
    properties: { status: { type: "string", enum: ["REFUSED"] } },
    required: ["status"],
    additionalProperties: false,
  },
};
