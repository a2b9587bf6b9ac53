import { Fields } from "../../reading/fields.js";
import { refuseField } from "../refusals.js";

/** The request, out of the envelope that it may come in: `{data: {…}}`. @throws EuSesFailure */
export function unwrapped(body: unknown): Fields {
  const outer = Fields.of(body, "", refuseField);
  const data = outer.names().includes("data") ? outer.raw("data") : null;
  if (data === null) return outer;
  // What else an envelope has.
  outer.ignore("success", "message", "error");
  outer.refuseOthers();
  return Fields.of(data, "", refuseField);
}
