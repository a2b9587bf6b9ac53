import { type CallbackRequest, readCallback } from "../../../callbacks/callbackRequest.js";
import type { NewCallback } from "../../../callbacks/newCallback.js";
import type { Fields } from "../../reading/fields.js";
import { euSesErrors, malformedUrl } from "../euSesErrors.js";
import { EuSesFailure } from "../euSesFailure.js";

const urlCharacters = 2048;

/**
 * Reads `callback`; a caller who has nothing but a URL may say `callbackUrl` instead.
 * @returns null, where there is none
 * @throws EuSesFailure 704 for a URL that is none
 */
export function readEuSesCallback(body: Fields): NewCallback | null {
  const alone = body.text("callbackUrl", urlCharacters);
  const fields = body.object("callback");
  if (fields === null)
    return alone === null ? null : readCallback({ url: urlOf(alone), form: "eu_ses" }, "callback.");
  const url = urlOf(fields.raw("url"));
  if (alone !== null && alone !== url) {
    throw body.refusal("callbackUrl", "invalid", "is not what callback.url says");
  }
  const custom = fields.raw("custom");
  const encoding = readEncoding(fields);
  const written = fields.text("field", 64);
  // The name of a form's field, as it is published: JSON always has `data`.
  const field = encoding === "form" ? written : null;
  if (field !== null && !/^[!-~]+$/.test(field)) {
    throw fields.refusal("field", "invalid", "must consist of visible ASCII characters");
  }
  const request: CallbackRequest = {
    url,
    form: "eu_ses",
    encoding,
    headers: readHeaders(fields.object("headers")),
    retries: fields.whole("retry", 0, 5) ?? 0,
    ...(custom !== null && { custom }),
    ...(field !== null && { field }),
  };
  fields.refuseOthers();
  return readCallback(request, "callback.");
}

function urlOf(value: unknown): string {
  const url = typeof value === "string" ? URL.parse(value) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || (value as string).length > urlCharacters) {
    throw new EuSesFailure(euSesErrors.malformedCallbackUrl, malformedUrl);
  }
  return value as string;
}

function readEncoding(fields: Fields): "json" | "form" {
  const method = fields.text("method", 4)?.toUpperCase() ?? "JSON";
  if (method === "POST") return "form";
  if (method !== "JSON") throw fields.refusal("method", "invalid", "must be one of JSON, POST");
  return "json";
}

/** Numbers and booleans are taken as they are written. */
function readHeaders(fields: Fields | null): Record<string, string> {
  if (fields === null) return {};
  return Object.fromEntries(
    fields.names().map((name) => {
      const value = fields.raw(name);
      if (!["string", "number", "boolean"].includes(typeof value))
        throw fields.refusal(name, "invalid", "must be text");
      return [name, String(value)];
    }),
  );
}
