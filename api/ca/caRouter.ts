import { X509Certificate } from "node:crypto";
import { type RequestHandler, Router } from "express";
import type { Mode } from "../apiKeys/caller.js";
import { notFound } from "../failure/failure.js";
import type { Clock } from "../ports/clock.js";
import type { Hierarchy } from "./hierarchy.js";
import { publicationPaths } from "./publicationPaths.js";
import type { ListIssuer, RevocationLists } from "./revocationLists.js";

/**
 * What the authorities publish for whoever checks our signatures: `/ca/roots.pem` (both trust anchors, as one file),
 * `/ca/{mode}/{root, signers or timestamps}.pem`, and where certificates point to: `/ca/{mode}/{root or signers}.cer`
 * (RFC 5280 4.2.2.1) and `/ca/{mode}/{root or signers}.crl` (4.2.1.13), in DER.
 */
export function caRouter(
  hierarchies: Readonly<Record<Mode, Hierarchy>>,
  lists: Readonly<Record<Mode, RevocationLists>>,
  clock: Clock,
): Router {
  const router = Router();
  const pem = (der: Uint8Array) => new X509Certificate(der).toString();
  router.get("/ca/roots.pem", (_request, response) => {
    response
      .type("application/x-pem-file")
      .send(pem(hierarchies.live.root.der) + pem(hierarchies.test.root.der));
  });
  for (const mode of ["live", "test"] as const) {
    const paths = publicationPaths(mode);
    router.get(paths.rootCertificate, certificate(hierarchies[mode].root.der));
    router.get(paths.signersCertificate, certificate(hierarchies[mode].signers.der));
    router.get(paths.rootList, revocationList(lists[mode], "root", clock));
    router.get(paths.signersList, revocationList(lists[mode], "signers", clock));
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

function certificate(der: Uint8Array): RequestHandler {
  return (_request, response) => {
    response.type("application/pkix-cert").send(Buffer.from(der));
  };
}

/** A cache may keep a list until the next one is there (RFC 9111 5.2.2.1). */
function revocationList(lists: RevocationLists, issuer: ListIssuer, clock: Clock): RequestHandler {
  return async (_request, response) => {
    const { der, thisUpdate, renewedAt } = await lists.list(issuer);
    const seconds = Math.max(0, Math.floor((renewedAt.getTime() - clock.now().getTime()) / 1000));
    response
      .type("application/pkix-crl")
      .set("Cache-Control", `public, max-age=${seconds}`)
      .set("Last-Modified", thisUpdate.toUTCString())
      .send(Buffer.from(der));
  };
}
