import { issueCertificate } from "../../engine/x509/issue.js";
import { authorityName } from "../../engine/x509/name.js";
import { type Certificate, parseCertificate } from "../../engine/x509/parseCertificate.js";
import type { CertificateProfile } from "../../engine/x509/profile.js";
import type { Mode } from "../apiKeys/caller.js";
import type { Clock } from "../ports/clock.js";
import type { KeyStore } from "../ports/keyStore.js";
import { type ObjectStore, ObjectStoreError } from "../ports/objectStore.js";
import type { Random } from "../ports/random.js";

/** What a mode has keys and certificates for. */
export type AuthorityPart = "root" | "signers" | "timestamps" | "seal" | "clients";

/** Parts that have an authority's certificate: those of a mode, and the one for the service's own TLS port. */
export type CertifiedPart = AuthorityPart | "servers";

export interface AuthorityNeeds {
  readonly objectStore: ObjectStore;
  readonly keyStore: KeyStore;
  readonly clock: Clock;
  readonly random: Random;
}

export interface Authority {
  readonly mode: Mode;
  readonly part: CertifiedPart;
  readonly commonName: string;
  readonly profile: CertificateProfile;
}

const yearMs = 365 * 86_400_000;
const years: Readonly<Record<CertifiedPart, number>> = {
  root: 25,
  signers: 15,
  timestamps: 10,
  seal: 10,
  clients: 25,
  servers: 25,
};

/** With less left than this, a unit is followed by another: what it stamps is to be provable for years to come. */
const followedYears = 5;

/** Name of an authority's key in the key store. @param generation counted from 1 */
export function keyId(mode: Mode, part: CertifiedPart, generation = 1): string {
  return `${mode}/${nameOf(part, generation)}`;
}

/**
 * The certificates of a part whose key is changed from time to time, oldest first; the last is the one in use. A further
 * one is made when that has less than five years left and a new one would last longer, its root's end being the limit.
 */
export async function generationsOf(
  platform: AuthorityNeeds,
  authority: Authority,
  issuer: Certificate,
): Promise<Certificate[]> {
  const generations = [await certificateOf(platform, authority, 1, issuer)];
  for (;;) {
    const generation = generations.length + 1;
    const stored = await readIfThere(platform, objectKey(authority, generation));
    if (stored === null) break;
    generations.push(parseCertificate(stored));
  }
  const now = platform.clock.now().getTime();
  const left = generations.at(-1)!.notAfter.getTime();
  const next = endOf(authority.part, now, issuer);
  if (left < now + followedYears * yearMs && next.getTime() > left + yearMs) {
    generations.push(await certificateOf(platform, authority, generations.length + 1, issuer));
  }
  return generations;
}

/** An authority's certificate: made at the first start, read afterwards. @param issuer null: it signs itself */
export async function certificateOf(
  platform: AuthorityNeeds,
  { mode, part, commonName, profile }: Authority,
  generation: number,
  issuer: Certificate | null,
): Promise<Certificate> {
  const key = objectKey({ mode, part }, generation);
  const stored = await readIfThere(platform, key);
  if (stored) return parseCertificate(stored);
  const publicKey = await platform.keyStore.publicKey(keyId(mode, part, generation));
  const now = platform.clock.now().getTime();
  const made = await issueCertificate(
    profile,
    {
      subject: authorityName({ country: "EU", organization: "Paraph", commonName }),
      subjectPublicKeyInfo: publicKey.export({ type: "spki", format: "der" }),
      serialNumber: platform.random.bytes(16),
      notBefore: new Date(now - 60_000),
      notAfter: endOf(part, now, issuer),
      issuer,
    },
    await platform.keyStore.signer(issuer ? keyId(mode, "root") : keyId(mode, part)),
  );
  try {
    await platform.objectStore.put(key, made, "application/pkix-cert");
    return parseCertificate(made);
  } catch (error) {
    if (!(error instanceof ObjectStoreError) || error.code !== "exists") throw error;
    return parseCertificate(await platform.objectStore.get(key));
  }
}

/** No certificate outlives its issuer's. */
function endOf(part: CertifiedPart, now: number, issuer: Certificate | null): Date {
  const end = now + years[part] * yearMs;
  return new Date(issuer ? Math.min(end, issuer.notAfter.getTime()) : end);
}

function objectKey({ mode, part }: Pick<Authority, "mode" | "part">, generation: number): string {
  return `authorities/${mode}/${nameOf(part, generation)}.der`;
}

function nameOf(part: CertifiedPart, generation: number): string {
  return generation === 1 ? part : `${part}-${generation}`;
}

async function readIfThere(
  platform: Pick<AuthorityNeeds, "objectStore">,
  key: string,
): Promise<Uint8Array | null> {
  try {
    return await platform.objectStore.get(key);
  } catch (error) {
    if (error instanceof ObjectStoreError && error.code === "not_found") return null;
    throw error;
  }
}
