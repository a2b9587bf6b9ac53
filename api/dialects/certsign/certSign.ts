import type { Dialect } from "../dialect.js";
import { refusals } from "./refusals.js";
import { certSignRouter } from "./router.js";

/** The CertEurope "CertSign User API Simple": one-time certificates in the name of one holder. */
export const certSign: Dialect = { paths: ["/ephemeral"], router: certSignRouter, refusals };
