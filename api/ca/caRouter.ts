import { X509Certificate } from "node:crypto";
import { Router } from "express";
import type { Mode } from "../apiKeys/caller.js";
import { notFound } from "../failure/failure.js";
import type { Hierarchy } from "./hierarchy.js";

/** Where the certificate of a mode's issuing authority is, in DER; the one-time certificates point there. */
export function issuerPath(mode: Mode): string {
  return `/ca/${mode}/signers.cer`;
}

/**
 * The authorities' certificates for whoever checks our signatures: `/ca/roots.pem` (both trust anchors, as one file),
 * and `/ca/{mode}/{root, signers or timestamps}.pem`.
 */
export function caRouter(hierarchies: Readonly<Record<Mode, Hierarchy>>): Router {
  const router = Router();
  const pem = (der: Uint8Array) => new X509Certificate(der).toString();
  router.get("/ca/roots.pem", (_request, response) => {
    response
      .type("application/x-pem-file")
      .send(pem(hierarchies.live.root.der) + pem(hierarchies.test.root.der));
  });
  for (const mode of ["live", "test"] as const) {
    router.get(issuerPath(mode), (_request, response) => {
      response.type("application/pkix-cert").send(Buffer.from(hierarchies[mode].signers.der));
    });
  }
  router.get("/ca/:mode/:part.pem", (request, response) => {
    const { mode, part } = request.params;
    if (
      (mode !== "live" && mode !== "test") ||
      (part !== "root" && part !== "signers" && part !== "timestamps")
    ) {
      throw notFound("certificate");
    }
    response.type("application/x-pem-file").send(pem(hierarchies[mode][part].der));
  });
  return router;
}
