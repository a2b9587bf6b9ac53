import type { Scope } from "./scopes.js";

/** Test and live are apart everywhere: a key of one never sees an order of the other. */
export type Mode = "test" | "live";

/** Who calls, once its API key has been found good. */
export interface Caller {
  readonly tenantId: string;
  readonly apiKeyId: string;
  readonly mode: Mode;
  readonly scopes: readonly Scope[];
  /** When the key ends, if it does. */
  readonly expiresAt: Date | null;
}
