import type { Fields } from "../../reading/fields.js";
import { CertSignFailure } from "../certSignFailure.js";
import type { Road } from "../orders/ownOrder.js";
import { type GivenIds, orderNames, queryOf, readIds } from "../readIds.js";

/** What a call that signs says in its query. */
export interface SignQuery {
  readonly ids: GivenIds;
  /** Whether it answers before it is signed. */
  readonly later: boolean;
  /** As it was typed; null: none. */
  readonly otp: string | null;
  /** Where the results are posted to; null: nowhere. */
  readonly postUrl: string | null;
  /** Code of an application profile; null: none is named. */
  readonly application: string | null;
}

/**
 * Reads it. `asyncPostUrl` belongs to ASYNC: known callers send `/` in SYNC, where it means nothing.
 * @throws CertSignFailure
 */
export function readSignQuery(query: unknown, road: Road): SignQuery {
  const fields = queryOf(query);
  const ids = readIds(fields, orderNames);
  const mode = fields.choice("mode", ["SYNC", "ASYNC"]);
  const postUrl = fields.text("asyncPostUrl", 4096);
  const otp = fields.text("otp", 40);
  const application = readApplication(fields);
  fields.refuseOthers();
  if (mode === null) throw fields.refusal("mode", "missing", "is required: SYNC or ASYNC");
  if (road === "direct" && otp !== null) {
    const message = "otp goes with the calls below /ephemeral/trigger/signatures: this one takes no code.";
    throw new CertSignFailure("WRONG_PATH", message, "otp");
  }
  const later = mode === "ASYNC";
  return { ids, later, otp, postUrl: later ? postUrl : null, application };
}

/** The code of an application profile. */
export function readApplication(fields: Fields): string | null {
  return fields.text("smsApplicationCode", 64);
}
