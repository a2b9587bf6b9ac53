import type { Dialect } from "../dialect.js";
import { odentasRefusals } from "./refusals.js";
import { odentasRouter } from "./router.js";

/** The tenant's side of Odentas Sign; its signers' side has the shape of the service's own. */
export const odentasSign: Dialect = {
  paths: ["/odentas-sign"],
  router: odentasRouter,
  refusals: odentasRefusals,
};
