import { issueCertificate } from "../../engine/x509/issue.js";
import { authorityName } from "../../engine/x509/name.js";
import { type Certificate, parseCertificate } from "../../engine/x509/parseCertificate.js";
import type { CertificateProfile } from "../../engine/x509/profile.js";
import { rootAuthority, signerAuthority, timestampUnit } from "../../engine/x509/profiles.js";
import type { Mode } from "../apiKeys/caller.js";
import type { Clock } from "../ports/clock.js";
import type { KeyStore } from "../ports/keyStore.js";
import { type ObjectStore, ObjectStoreError } from "../ports/objectStore.js";
import type { Random } from "../ports/random.js";
import { publicationPaths } from "./publicationPaths.js";

/** The certificates of one mode's authorities. Test and live have nothing in common, not even a root. */
export interface Hierarchy {
  readonly root: Certificate;
  readonly signers: Certificate;
  readonly timestamps: Certificate;
}

/** Policies under which we issue, in the arc of a UUID of our own (ITU-T X.667). */
const arc = "2.25.170308829107395403168213894361254094477";
export const policies = {
  /** A one-time certificate for a person who was sent a code. */
  oneTimeCertificate: `${arc}.1.1`,
  timestamp: `${arc}.2.1`,
} as const;

const yearMs = 365 * 86_400_000;
const years = { root: 25, signers: 15, timestamps: 10 } as const;

interface Needs {
  readonly objectStore: ObjectStore;
  readonly keyStore: KeyStore;
  readonly clock: Clock;
  readonly random: Random;
}

/**
 * The authorities of a mode, made at the first start and read afterwards. Of two processes that start at once one
 * wins at each step, and both go on with the winner's certificate.
 * @param publicUrl where they publish, without a trailing slash; it stands in the certificates that are made now, and
 *   those that were made earlier stay as they are
 */
export async function loadHierarchy(platform: Needs, mode: Mode, publicUrl: string): Promise<Hierarchy> {
  const paths = publicationPaths(mode);
  const published = {
    caIssuers: `${publicUrl}${paths.rootCertificate}`,
    crlDistributionPoint: `${publicUrl}${paths.rootList}`,
  };
  const label = mode === "test" ? "Paraph Test" : "Paraph";
  const root = await certificateFor(platform, mode, "root", `${label} Root`, rootAuthority, null);
  const signers = await certificateFor(
    platform,
    mode,
    "signers",
    `${label} Signers`,
    signerAuthority(published),
    root,
  );
  const timestamps = await certificateFor(
    platform,
    mode,
    "timestamps",
    `${label} Time-stamping Unit`,
    timestampUnit({ ...published, policies: [policies.timestamp] }),
    root,
  );
  return { root, signers, timestamps };
}

/** Name of an authority's key in the key store. */
export function keyId(mode: Mode, part: keyof Hierarchy): string {
  return `${mode}/${part}`;
}

async function certificateFor(
  platform: Needs,
  mode: Mode,
  part: keyof Hierarchy,
  commonName: string,
  profile: CertificateProfile,
  issuer: Certificate | null,
): Promise<Certificate> {
  const key = `authorities/${mode}/${part}.der`;
  const stored = await readIfThere(platform, key);
  if (stored) return parseCertificate(stored);
  const publicKey = await platform.keyStore.publicKey(keyId(mode, part));
  const now = platform.clock.now().getTime();
  const made = await issueCertificate(
    profile,
    {
      subject: authorityName({ country: "EU", organization: "Paraph", commonName }),
      subjectPublicKeyInfo: publicKey.export({ type: "spki", format: "der" }),
      serialNumber: platform.random.bytes(16),
      notBefore: new Date(now - 60_000),
      notAfter: new Date(now + years[part] * yearMs),
      issuer,
    },
    await platform.keyStore.signer(keyId(mode, issuer ? "root" : part)),
  );
  try {
    await platform.objectStore.put(key, made, "application/pkix-cert");
    return parseCertificate(made);
  } catch (error) {
    if (!(error instanceof ObjectStoreError) || error.code !== "exists") throw error;
    return parseCertificate(await platform.objectStore.get(key));
  }
}

async function readIfThere(platform: Needs, key: string): Promise<Uint8Array | null> {
  try {
    return await platform.objectStore.get(key);
  } catch (error) {
    if (error instanceof ObjectStoreError && error.code === "not_found") return null;
    throw error;
  }
}
