import { answered, ref, refused } from "./answered.js";

const text = (mediaType: string) => ({ [mediaType]: { schema: { type: "string" } } });
const json = answered("The audit, in the media type that is accepted most", ref("Audit")) as {
  readonly description: string;
  readonly content: object;
};

/** `GET /signatures/{id}/audit`. */
export const auditOperation = {
  summary: "Read the audit",
  description:
    "As application/json by default, or as text/plain, text/html or application/pdf, as the header Accept says.",
  tags: ["Signatures"],
  parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
  responses: {
    200: {
      description: json.description,
      content: {
        ...json.content,
        ...text("text/plain"),
        ...text("text/html"),
        "application/pdf": { schema: { type: "string", format: "binary" } },
      },
    },
    406: { ...refused, description: "None of the media types is accepted" },
    default: refused,
  },
};
