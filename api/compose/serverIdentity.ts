import { fileServerIdentity } from "../adapters/serverIdentity/files.js";
import type { AuthorityNeeds } from "../ca/authority.js";
import { OwnServerIdentity } from "../ca/serverAuthority.js";
import type { Config } from "../config.js";
import type { ServerIdentitySource } from "../ports/serverIdentity.js";

/** What the TLS port shows of itself, and the root that its callers trust where that is ours, DER. */
export interface ComposedIdentity {
  readonly source: ServerIdentitySource;
  readonly root: Uint8Array | null;
}

/**
 * The TLS port's identity: the operator's files, or a certificate of our own for the public URL's host and this machine.
 * @returns null where there is no such port
 */
export async function serverIdentity(
  platform: AuthorityNeeds,
  { mutualTls, roles }: Pick<Config, "mutualTls" | "roles">,
  publicUrl: string,
): Promise<ComposedIdentity | null> {
  if (mutualTls === null || !roles.api) return null;
  if (mutualTls.files !== null) return { source: fileServerIdentity(mutualTls.files), root: null };
  const host = new URL(publicUrl).hostname.replace(/^\[(.*)\]$/, "$1");
  const source = await OwnServerIdentity.load(platform, [host, "localhost", "127.0.0.1", "::1"]);
  return { source, root: source.root.der };
}
