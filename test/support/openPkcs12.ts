import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openssl } from "./openssl.js";

/** What OpenSSL finds in a PKCS #12 file. */
export interface OpenedPkcs12 {
  readonly key: KeyObject;
  /** The one whose key it is. */
  readonly certificate: X509Certificate;
  readonly authorities: readonly X509Certificate[];
}

/** @param file base64 @throws Error with openssl's words when it does not open */
export async function openPkcs12(file: string, password: string): Promise<OpenedPkcs12> {
  const directory = await mkdtemp(join(tmpdir(), "paraph-opened-"));
  try {
    await writeFile(join(directory, "a.p12"), Buffer.from(file, "base64"));
    const open = async (...what: string[]) => {
      const out = await openssl(directory, "pkcs12", "-in", "a.p12", "-passin", `pass:${password}`, ...what);
      return out.toString("latin1").match(/-----BEGIN [^-]+-----[^-]+-----END [^-]+-----\n/g) ?? [];
    };
    const [own, authorities, keys] = await Promise.all([
      open("-nokeys", "-clcerts"),
      open("-nokeys", "-cacerts"),
      open("-nocerts", "-nodes"),
    ]);
    return {
      key: createPrivateKey(keys[0]!),
      certificate: new X509Certificate(own[0]!),
      authorities: authorities.map((pem) => new X509Certificate(pem)),
    };
  } finally {
    await rm(directory, { recursive: true });
  }
}
