import type { Router } from "express";
import type { Failure } from "../failure/failure.js";
import type { Platform } from "../platform.js";

/** Another API's words for what `/v1` does: thin translations over the same use cases. */
export interface Dialect {
  /** Where its calls begin, from the root on: `/ephemeral`. Nothing else of the service begins so. */
  readonly paths: readonly string[];
  /** Its calls, with whole paths. Whoever calls has been found before (`callerOf`), and the body is parsed. */
  router(platform: Platform): Router;
  readonly refusals: RefusalForm;
}

/** How a dialect says no. */
export interface RefusalForm {
  /** The HTTP status, where it is another than the failure's own. */
  status(failure: Failure, usual: number): number;
  /** The body, to be sent as JSON. */
  body(failure: Failure, requestId: string): unknown;
}
