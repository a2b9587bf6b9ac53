import { Failure } from "../../failure/failure.js";

/** Names of the service's own fields, as patterns from a path's beginning, and what they are called here. */
export type Names = readonly (readonly [pattern: RegExp, name: string])[];

/**
 * Does work of the service's, and has its refusals speak of the fields that the caller knows.
 * @throws the same Failure with other names in it
 */
export async function inTheseWords<T>(names: Names, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Failure ? renamed(names, error) : error;
  }
}

function renamed(names: Names, failure: Failure): Failure {
  const { param, message, code, extensions, cause } = failure;
  // Failures of the dialect's own, which have a code beside, speak of its fields already.
  if (param === undefined || failure.constructor !== Failure) return failure;
  const found = names.find(([pattern]) => pattern.test(param));
  if (!found) return failure;
  const name = param.replace(...found);
  return new Failure(code, message.replaceAll(param, name), { param: name, extensions, cause });
}

/** Those of a new order. */
export const orderFields: Names = [
  [/^signers\[0\]\.given_name$/, "holder.firstname"],
  [/^signers\[0\]\.surname$/, "holder.lastname"],
  [/^signers\[0\]\.country$/, "holder.country"],
  [/^signers\[0\]\.email$/, "holder.email"],
  [/^signers\[0\]\.phone$/, "holder.mobile"],
  [/^signers\[0\]\.code_contact$/, "otpContact"],
  [/^proof_folder$/, "proofFolder.zipFiles"],
  [/^external_id$/, "externalOrderRequestId"],
  [/^metadata\.client_identifier$/, "clientIdentifier"],
];

const options = "[$1].pdfSignatureOptions";

/** Those of documents and of what is drawn in them: each has one placement. */
export const documentFields: Names = [
  [/^placements\[(\d+)\]\.appearance\.image/, `${options}.signatureImageContent`],
  [/^placements\[(\d+)\]\.appearance\.lines\[(\d+)\]\.text/, `${options}.linesOptions[$2].lineContent`],
  [/^placements\[(\d+)\]\.appearance\.lines\[(\d+)\]\.color/, `${options}.linesOptions[$2].lineColor`],
  [/^placements\[(\d+)\]\.appearance\.lines\[(\d+)\]\.font_size/, `${options}.linesOptions[$2].lineFontSize`],
  [/^placements\[(\d+)\]\.appearance\.lines\[(\d+)\]\.font/, `${options}.linesOptions[$2].lineFont`],
  [/^placements\[(\d+)\]\.appearance\.lines\[(\d+)\]\.x/, `${options}.linesOptions[$2].linePosXInImage`],
  [/^placements\[(\d+)\]\.appearance\.lines\[(\d+)\]\.y/, `${options}.linesOptions[$2].linePosYInImage`],
  [/^placements\[(\d+)\]\.appearance\.lines/, `${options}.linesOptions`],
  [/^placements\[(\d+)\].*/, options],
  [/^labels(\[\d+\])?$/, "keywords"],
  [/^metadata\.archiver_names$/, "archiverNames"],
];

/** Those of a code. */
export const codeFields: Names = [[/^profile$/, "smsApplicationCode"]];

/** Those of where an answer is posted to. */
export const callbackFields: Names = [[/^(callback\.)?url$/, "asyncPostUrl"]];
