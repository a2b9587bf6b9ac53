import { generateKeyPairSync, randomBytes } from "node:crypto";
import { type PfxContent, writePfx } from "../../../../engine/pkcs12/writePfx.js";
import { issueCertificate } from "../../../../engine/x509/issue.js";
import { clientName } from "../../../../engine/x509/name.js";
import { type Certificate, parseCertificate } from "../../../../engine/x509/parseCertificate.js";
import { clientAuthority, clientCertificate } from "../../../../engine/x509/profiles.js";
import { newKey, organization, serialNumber } from "../x509/hierarchy.js";

export const password = "correct-horse-battery";

const soon = (days: number) => new Date(Date.now() + days * 86_400_000);

/** A client with its key, and the authority that issued its certificate. */
export interface ClientIdentity {
  /** PKCS #8, DER. */
  readonly privateKey: Buffer;
  readonly certificate: Certificate;
  readonly authority: Certificate;
  /** Writes it as a file, with what is given changed. */
  pfx(changes?: Partial<PfxContent>): Promise<Uint8Array>;
}

export async function newClient(type: "ec" | "rsa" = "ec"): Promise<ClientIdentity> {
  const authorityKey = newKey();
  const authority = parseCertificate(
    await issueCertificate(
      clientAuthority,
      {
        subject: organization("Paraph Test Clients"),
        subjectPublicKeyInfo: authorityKey.publicKey,
        serialNumber: serialNumber(),
        notBefore: soon(-1),
        notAfter: soon(3650),
        issuer: null,
      },
      authorityKey.sign,
    ),
  );
  const pair =
    type === "ec"
      ? generateKeyPairSync("ec", { namedCurve: "P-256" })
      : generateKeyPairSync("rsa", { modulusLength: 2048 });
  const privateKey = pair.privateKey.export({ type: "pkcs8", format: "der" });
  const der = await issueCertificate(
    clientCertificate,
    {
      subject: clientName({ organization: "Zoé & Cie", userId: "crt_1", commonName: "ERP" }),
      subjectPublicKeyInfo: pair.publicKey.export({ type: "spki", format: "der" }),
      serialNumber: serialNumber(),
      notBefore: soon(-1),
      notAfter: soon(365),
      issuer: authority,
    },
    authorityKey.sign,
  );
  const content = {
    privateKey,
    certificates: [der, authority.der],
    friendlyName: "ERP, Zürich",
    password,
    iterations: 2000,
  };
  return {
    privateKey,
    certificate: parseCertificate(der),
    authority,
    pfx: (changes) => writePfx({ ...content, ...changes }, randomBytes),
  };
}
