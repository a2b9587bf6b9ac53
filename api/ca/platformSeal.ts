import type { MessageSigner } from "../ports/keyStore.js";
import type { Hierarchy } from "./hierarchy.js";

/** The service's electronic seal (EN 319 412-3), which stands for what the service says itself. */
export interface PlatformSeal {
  /** The seal's certificate first, DER. Its issuer is the root. */
  readonly certificates: readonly Uint8Array[];
  /** ECDSA P-256 with SHA-256 over the whole message, DER. */
  readonly sign: MessageSigner;
}

export function platformSeal(hierarchy: Hierarchy, sign: MessageSigner): PlatformSeal {
  return { certificates: [hierarchy.seal.der, hierarchy.root.der], sign };
}
