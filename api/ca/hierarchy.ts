import type { Certificate } from "../../engine/x509/parseCertificate.js";
import type { CertificateProfile } from "../../engine/x509/profile.js";
import {
  clientAuthority,
  electronicSeal,
  rootAuthority,
  signerAuthority,
  timestampUnit,
} from "../../engine/x509/profiles.js";
import type { Mode } from "../apiKeys/caller.js";
import { type AuthorityNeeds, type AuthorityPart, certificateOf, generationsOf, keyId } from "./authority.js";
import { publicationPaths } from "./publicationPaths.js";

/**
 * The certificates of one mode's authorities. Test and live have nothing in common, not even a root. The authority for
 * clients stands by itself: what is trusted to let callers in is trusted for nothing else.
 */
export interface Hierarchy extends Readonly<Record<AuthorityPart, Certificate>> {
  /** Time-stamping units and seals of before, oldest first: their keys are used no more, what they made is still checked. */
  readonly former: readonly FormerCertificate[];
  /** Names of their keys in the key store. */
  readonly keys: Readonly<Record<AuthorityPart, string>>;
}

/** A unit or seal that another one has followed. */
export interface FormerCertificate {
  readonly part: AuthorityPart;
  /** Counted from 1. */
  readonly generation: number;
  readonly certificate: Certificate;
}

/** Policies under which we issue, in the arc of a UUID of our own (ITU-T X.667). */
const arc = "2.25.170308829107395403168213894361254094477";
export const policies = {
  /** A one-time certificate for a person who was sent a code. */
  oneTimeCertificate: `${arc}.1.1`,
  timestamp: `${arc}.2.1`,
  /** The service's electronic seal. */
  seal: `${arc}.3.1`,
} as const;

/**
 * The authorities of a mode, made at the first start and read afterwards. Of two processes that start at once one
 * wins at each step, and both go on with the winner's certificate. A time-stamping unit or seal that has not long left
 * is followed by another.
 * @param publicUrl where they publish, without a trailing slash; it stands in the certificates that are made now, and
 *   those that were made earlier stay as they are
 */
export async function loadHierarchy(
  platform: AuthorityNeeds,
  mode: Mode,
  publicUrl: string,
): Promise<Hierarchy> {
  const paths = publicationPaths(mode);
  const published = {
    caIssuers: `${publicUrl}${paths.rootCertificate}`,
    crlDistributionPoint: `${publicUrl}${paths.rootList}`,
  };
  const label = mode === "test" ? "Paraph Test" : "Paraph";
  const authority = (part: AuthorityPart, name: string, profile: CertificateProfile) => ({
    mode,
    part,
    commonName: `${label} ${name}`,
    profile,
  });
  const root = await certificateOf(platform, authority("root", "Root", rootAuthority), 1, null);
  const signers = await certificateOf(
    platform,
    authority("signers", "Signers", signerAuthority(published)),
    1,
    root,
  );
  const unit = timestampUnit({ ...published, policies: [policies.timestamp] });
  const timestamps = await generationsOf(platform, authority("timestamps", "Time-stamping Unit", unit), root);
  const sealing = electronicSeal({ ...published, policies: [policies.seal] });
  const seals = await generationsOf(platform, authority("seal", "Seal", sealing), root);
  const clients = await certificateOf(platform, authority("clients", "Clients", clientAuthority), 1, null);
  return {
    root,
    signers,
    clients,
    timestamps: timestamps.at(-1)!,
    seal: seals.at(-1)!,
    former: [...formerOf("timestamps", timestamps), ...formerOf("seal", seals)],
    keys: {
      root: keyId(mode, "root"),
      signers: keyId(mode, "signers"),
      clients: keyId(mode, "clients"),
      timestamps: keyId(mode, "timestamps", timestamps.length),
      seal: keyId(mode, "seal", seals.length),
    },
  };
}

function formerOf(part: AuthorityPart, generations: readonly Certificate[]): FormerCertificate[] {
  return generations.slice(0, -1).map((certificate, index) => ({ part, generation: index + 1, certificate }));
}
