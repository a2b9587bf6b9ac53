import type { PathScope } from "./pathScope.js";
import type { Scope } from "./scopes.js";

/** Test and live are apart everywhere: a key of one never sees an order of the other. */
export type Mode = "test" | "live";

/** Who calls, once its API key, or a client certificate that acts for the key, has been found good. */
export interface Caller {
  readonly tenantId: string;
  readonly apiKeyId: string;
  /** UUID of the client certificate that it came with, null where it came with the key's secret alone. */
  readonly certificateId: string | null;
  readonly mode: Mode;
  readonly scopes: readonly Scope[];
  /** Calls that it may make besides what its scopes allow. */
  readonly paths: readonly PathScope[];
  /** Whether its answers in the EU-SES dialect come without their envelope. */
  readonly euSesBare: boolean;
  /** When the key ends, if it does. */
  readonly expiresAt: Date | null;
}
