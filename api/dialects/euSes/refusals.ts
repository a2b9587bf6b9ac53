import type { Failure } from "../../failure/failure.js";
import type { RefusalForm } from "../dialect.js";
import type { Fault, Refuse } from "../reading/fields.js";
import { euSesErrors, malformedUrl, numberOf } from "./euSesErrors.js";
import { EuSesFailure } from "./euSesFailure.js";
import { colourNames, optionNames } from "./optionNames.js";

/** What every refusal says. */
export interface EuSesRefusal {
  readonly success: false;
  /** A sentence for a reader. */
  readonly message: string;
  /** What a program switches over. */
  readonly error: number;
}

const faultNumbers: Readonly<Record<Fault, number>> = {
  missing: euSesErrors.fieldMissing,
  invalid: euSesErrors.fieldInvalid,
  unknown: euSesErrors.fieldUnknown,
};

/** Refuses a field of a request: whatever is wrong with an option has one number. */
export const refuseField: Refuse = (path, fault, why) =>
  isOption(path)
    ? new EuSesFailure(euSesErrors.invalidOptions, `invalid options property: ${path} ${why}`)
    : new EuSesFailure(faultNumbers[fault], `${path || "the body"} ${why}`);

function isOption(path: string): boolean {
  const [first] = path.split(/[.[]/, 1);
  return ["options", ...optionNames].some((name) => name === first);
}

/** How this dialect says no: never in an envelope of data, whatever the caller's key says. */
export const euSesRefusals: RefusalForm = {
  status: (_failure, usual) => usual,
  body: (failure): EuSesRefusal => {
    if (failure instanceof EuSesFailure) return refusal(failure.number, failure.message);
    const path = failure.param === undefined ? "" : euSesPath(failure.param);
    if (path === "callback.url")
      return refusal(euSesErrors.malformedCallbackUrl, `${malformedUrl}: ${said(failure)}`);
    const message = said(failure);
    return isOption(path)
      ? refusal(euSesErrors.invalidOptions, `invalid options property: ${message}`)
      : refusal(numberOf(failure.code), message);
  },
};

function refusal(error: number, message: string): EuSesRefusal {
  return { success: false, message, error };
}

/** A use case's sentence with the field that it is about, as this dialect calls it: there is no other member to say it. */
function said({ message, param }: Failure): string {
  if (param === undefined) return message;
  const path = euSesPath(param);
  if (!message.includes(param)) return `${path}: ${message}`;
  return message.replace(param, path).replaceAll(/(\.signatures\[\d+\])\.field\b/g, "$1.name");
}

/** What use cases call their fields, and what they are called here; the first that fits. */
const fieldNames: readonly (readonly [RegExp, string])[] = [
  ...Object.entries(colourNames).map(
    ([name, ours]) => [new RegExp(`^page\\.colors\\.${ours}$`), `options.ui.${name}`] as const,
  ),
  [/^page\.logo_url/, "options.ui.sidebarLogo"],
  [/^page\.complete_url/, "options.ui.completeUrl"],
  [/^page\.cancel_url/, "options.ui.cancelUrl"],
  [/^page\.frame_ancestors/, "options.ui.iframeAncestors"],
  [/^page\b/, "options.ui"],
  [/^time_zone/, "options.timezone"],
  [/^signature_modes/, "options.signatureMode"],
  [/^message$/, "description"],
  [/^callback\.retries/, "callback.retry"],
  [/^callback\.encoding/, "callback.method"],
  [/^documents\b/, "inputDocuments"],
  [/\.content$/, ".payload"],
  [/\.given_name$/, ".name"],
  [/\.phone$/, ".mobile"],
  [/\.code_text$/, ".message"],
  [/\.placements\b/, ".signatures"],
];

/** A field's path in this dialect's words. */
function euSesPath(param: string): string {
  return fieldNames.reduce((path, [pattern, name]) => path.replace(pattern, name), param);
}
