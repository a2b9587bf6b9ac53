import { certSignDescription } from "./certsign/description/certSignDescription.js";
import { euSesDescription } from "./euSes/description/euSesDescription.js";
import { odentasDescription } from "./odentasSign/description/odentasDescription.js";

/** The OpenAPI description of another API that is served, generated into `openapi/{name}.json`. */
export interface DialectDescription {
  /** In paths and file names: `eu-ses`. */
  readonly name: string;
  /** As it is called: `EU-SES`. */
  readonly title: string;
  readonly describe: () => object;
}

/** Those of all dialects, in the order in which they are offered. */
export const dialectDescriptions: readonly DialectDescription[] = [
  { name: "eu-ses", title: "EU-SES", describe: euSesDescription },
  { name: "certsign", title: "CertSign", describe: certSignDescription },
  { name: "odentas-sign", title: "Odentas Sign", describe: odentasDescription },
];
