import type { Request } from "express";
import { Fields } from "../reading/fields.js";
import { refuseField } from "./refusals.js";

/** A parameter that does nothing is one that was meant to do something. @throws EuSesFailure */
export function requireNoQuery(request: Request): void {
  Fields.of(request.query, "", refuseField).refuseOthers();
}
