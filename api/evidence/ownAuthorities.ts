import type { Mode } from "../apiKeys/caller.js";
import type { Platform } from "../platform.js";
import { sha256Hex } from "./documentProofs.js";

/** What the service's own authorities have for whoever checks signatures and time-stamps. */
export interface OwnAuthorities {
  /** Certificate DER each, by the name that its file gets: `root`, `signers`, `seal`, `timestamps`, `timestamps-2`. */
  readonly certificates: Readonly<Record<string, Uint8Array>> & { readonly root: Uint8Array };
  /** CertificateList DER each, in force now. */
  readonly crls: readonly Uint8Array[];
}

/** The authorities of a mode. What they know beside root, signers' authority and seal are time-stamping units. */
export async function ownAuthorities(
  platform: Pick<Platform, "signerAuthority" | "platformSeal" | "validationData">,
  mode: Mode,
): Promise<OwnAuthorities> {
  const { root, chain } = platform.signerAuthority[mode];
  const { certificates = [], crls = [] } = await platform.validationData[mode].known();
  const named: Record<string, Uint8Array> & { root: Uint8Array } = {
    root,
    signers: chain[0]!,
    seal: platform.platformSeal[mode].certificates[0]!,
  };
  const seen = new Set(Object.values(named).map(sha256Hex));
  const units = certificates.filter((certificate) => !seen.has(sha256Hex(certificate)));
  for (const [index, unit] of units.entries()) {
    named[index === 0 ? "timestamps" : `timestamps-${index + 1}`] = unit;
  }
  return { certificates: named, crls };
}
