import { isDeepStrictEqual } from "node:util";
import type { PageSettings, SignatureMode } from "../../../hostedPage/pageSettings.js";
import type { IdentityField } from "../../../orders/order.js";
import { Fields } from "../../reading/fields.js";
import { optionNames } from "../optionNames.js";
import { refuseField } from "../refusals.js";
import { readUi } from "./readUi.js";

/** What `options` say. */
export interface ReadOptions {
  readonly asyncDocumentsValidation: boolean;
  readonly asyncSignature: boolean;
  readonly signatureModes: readonly SignatureMode[];
  readonly editableIdentity: readonly IdentityField[];
  readonly timeZone: string;
  readonly mustRead: boolean;
  readonly page: PageSettings | null;
}

/**
 * Reads `options`, each of which may stand beside them instead. One that stands in both places must be the same: it
 * cannot be known which of two was meant.
 * @throws EuSesFailure 625
 */
export function readOptions(body: Fields): ReadOptions {
  const options = gathered(body);
  const read: ReadOptions = {
    asyncDocumentsValidation: options.flag("asyncDocumentsValidation") ?? true,
    asyncSignature: options.flag("asyncSignature") ?? false,
    signatureModes: readModes(options),
    editableIdentity: readEditable(options.object("userEditableData")),
    timeZone: options.text("timezone", 64) ?? "UTC",
    mustRead: options.flag("signerMustRead") ?? false,
    page: readUi(options.object("ui"), body.text("redirectUrl", 2000)),
  };
  options.refuseOthers();
  return read;
}

/** All options, wherever they stand, as if they stood in `options`. */
function gathered(body: Fields): Fields {
  const given = body.raw("options");
  // Read first: what is no object is refused, and not spread.
  if (given !== "") body.object("options");
  const all: Record<string, unknown> = { ...(given as object | "" | null) };
  for (const name of optionNames) {
    const beside = body.raw(name);
    if (beside === null) continue;
    if ((all[name] ?? null) !== null && !isDeepStrictEqual(all[name], beside)) {
      throw refuseField(name, "invalid", `is not what options.${name} says`);
    }
    all[name] = beside;
  }
  return Fields.of(all, "options", refuseField);
}

/** A list, or one word, as the published default is written. */
function readModes(options: Fields): readonly SignatureMode[] {
  const value = options.raw("signatureMode");
  const words =
    typeof value === "string" && value !== ""
      ? [value]
      : value === ""
        ? []
        : options.list("signatureMode", 10);
  const modes = (words ?? []).map((word) => {
    if (word === "typed" || word === "drawn") return word;
    throw options.refusal("signatureMode", "invalid", "must be a list of typed and drawn");
  });
  return modes.length === 0 ? ["typed", "drawn"] : [...new Set(modes)];
}

function readEditable(editable: Fields | null): IdentityField[] {
  const is = (name: string) => editable?.flag(name) ?? true;
  const fields: IdentityField[] = [
    ...(is("name") ? (["given_name", "surname"] as const) : []),
    ...(is("mobile") ? (["phone"] as const) : []),
    ...(is("email") ? (["email"] as const) : []),
  ];
  editable?.refuseOthers();
  return fields;
}
