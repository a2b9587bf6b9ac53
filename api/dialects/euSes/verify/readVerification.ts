import { euSesErrors } from "../euSesErrors.js";
import { EuSesFailure } from "../euSesFailure.js";
import { unwrapped } from "../request/unwrapped.js";
import { formatOf } from "./formatOf.js";

/** What `POST /verify` is asked for. */
export interface EuSesVerification {
  readonly document: Uint8Array;
  readonly detachedContent: boolean;
  readonly password: string | null;
  readonly recursive: boolean;
  readonly at: Date | null;
}

/**
 * @param now the end of today is not here yet
 * @throws EuSesFailure, HTTP 422 for a field that is not as it should be, 400 for a document that is no signed PDF
 */
export function readEuSesVerification(body: unknown, now: Date): EuSesVerification {
  const fields = unwrapped(body);
  const document = fields.base64("inputDocument");
  if (document === null) throw fields.refusal("inputDocument", "missing", "is required");
  const detachedContent = fields.base64("detachedContent");
  const password = fields.text("pdfEncryptionPassword", 1000);
  const recursive = fields.flag("recursive") ?? false;
  const date = fields.text("verifyOnDate", 40);
  const at = date === null ? null : readDate(date, now);
  if (at === undefined)
    throw fields.refusal(
      "verifyOnDate",
      "invalid",
      "must be a date as in 2025-02-14, or with a time as in 2025-02-14 11:11:01.892+00:00",
    );
  fields.refuseOthers();
  const format = formatOf(document);
  if (format !== null)
    throw noSignedDocument(`inputDocument is ${format}: only signed PDFs (PAdES) are verified here so far.`);
  return { document, detachedContent: detachedContent !== null, password, recursive, at };
}

/** A body that is no signed document: HTTP 400. */
export function noSignedDocument(message: string): EuSesFailure {
  return new EuSesFailure(euSesErrors.documentInvalid, message, "request_invalid", {
    param: "inputDocument",
  });
}

const DAY = /^(\d{4}-\d\d-\d\d)$/;
const TIME = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)(Z|[+-]\d\d:?\d\d)?$/;

/** A day stands for all of it, so that what was signed on it counts; of today only what is over. */
function readDate(text: string, now: Date): Date | undefined {
  const day = DAY.exec(text)?.[1];
  if (day !== undefined) {
    const end = checked(`${day}T23:59:59.999Z`, day);
    return end !== undefined && end > now && day === now.toISOString().slice(0, 10) ? now : end;
  }
  const [, date, time, zone = "Z"] = TIME.exec(text) ?? [];
  return date === undefined ? undefined : checked(`${date}T${time}${zone}`, date);
}

/** The 30th of February would be taken for a day in March. */
function checked(text: string, day: string): Date | undefined {
  const time = new Date(text);
  const isDay = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(time.getTime()) || Number.isNaN(isDay.getTime())) return undefined;
  return isDay.toISOString().slice(0, 10) === day ? time : undefined;
}
