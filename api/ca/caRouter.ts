import { X509Certificate } from "node:crypto";
import { type RequestHandler, Router } from "express";
import type { Certificate } from "../../engine/x509/parseCertificate.js";
import type { Mode } from "../apiKeys/caller.js";
import { notFound } from "../failure/failure.js";
import type { Clock } from "../ports/clock.js";
import type { Hierarchy } from "./hierarchy.js";
import { publicationPaths } from "./publicationPaths.js";
import type { ListIssuer, RevocationLists } from "./revocationLists.js";

/**
 * What the authorities publish for whoever checks our signatures: `/ca/roots.pem` (both trust anchors, as one file),
 * `/ca/{mode}/{root, signers, timestamps or seal}.pem`, units and seals of before as `timestamps-1.pem`, and where
 * certificates point to: `/ca/{mode}/{root or signers}.cer` (RFC 5280 4.2.2.1) and `/ca/{mode}/{root or signers}.crl`
 * (4.2.1.13), in DER. For proxies that ask callers for certificates, `/ca/{mode}/clients.crt`: PEM, as they read it.
 * For those who call on the TLS port, `/ca/tls.pem`: the root that its certificate leads to, where that is ours.
 */
export function caRouter(
  hierarchies: Readonly<Record<Mode, Hierarchy>>,
  lists: Readonly<Record<Mode, RevocationLists>>,
  clock: Clock,
  serverRoot: Uint8Array | null,
): Router {
  const router = Router();
  const pem = (der: Uint8Array) => new X509Certificate(der).toString();
  router.get("/ca/roots.pem", (_request, response) => {
    response
      .type("application/x-pem-file")
      .send(pem(hierarchies.live.root.der) + pem(hierarchies.test.root.der));
  });
  if (serverRoot) {
    router.get("/ca/tls.pem", (_request, response) => {
      response.type("application/x-pem-file").send(pem(serverRoot));
    });
  }
  for (const mode of ["live", "test"] as const) {
    const paths = publicationPaths(mode);
    router.get(paths.rootCertificate, certificate(hierarchies[mode].root.der));
    router.get(paths.signersCertificate, certificate(hierarchies[mode].signers.der));
    router.get(paths.clientsCertificate, (_request, response) => {
      response.type("application/x-pem-file").send(pem(hierarchies[mode].clients.der));
    });
    router.get(paths.rootList, revocationList(lists[mode], "root", clock));
    router.get(paths.signersList, revocationList(lists[mode], "signers", clock));
  }
  const files = new Map((["live", "test"] as const).flatMap((mode) => filesOf(mode, hierarchies[mode])));
  router.get("/ca/:mode/:part.pem", (request, response) => {
    const { mode, part } = request.params;
    const found = files.get(`${mode}/${part}`);
    if (found === undefined) throw notFound("certificate");
    response.type("application/x-pem-file").send(pem(found.der));
  });
  return router;
}

/** A mode's certificates by the names of their files: those in use by their part, those of before with a number. */
function filesOf(mode: Mode, hierarchy: Hierarchy): [string, Certificate][] {
  const { root, signers, timestamps, seal, former } = hierarchy;
  return [
    ...Object.entries({ root, signers, timestamps, seal }),
    ...former.map(({ part, generation, certificate }) => [`${part}-${generation}`, certificate] as const),
  ].map(([name, certificate]) => [`${mode}/${name}`, certificate]);
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
