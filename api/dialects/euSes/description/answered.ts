/** @returns what refers to a schema of the description */
export const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

/** An answer's content in the envelope, or bare where the caller's key says so. @param data its schema */
export function answered(description: string, data: object): object {
  const envelope = {
    type: "object",
    description: "Unless the key's answers come bare.",
    required: ["data", "success", "message", "error"],
    properties: {
      data,
      success: { type: "boolean", enum: [true] },
      message: { type: "string" },
      error: { type: "integer", nullable: true, description: "Null." },
    },
  };
  return { description, content: { "application/json": { schema: { anyOf: [envelope, data] } } } };
}

/** What every refusal looks like. */
export const refused = {
  description: "What went wrong",
  content: { "application/json": { schema: ref("Refusal") } },
};
