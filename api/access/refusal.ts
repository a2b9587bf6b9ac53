import type { Mode } from "../apiKeys/caller.js";

/** Why somebody is not let in though what they come with is known to us. */
export type RefusalReason =
  /** With a good key came a certificate that is nobody's here, or acts for another key. */
  | "certificate_unknown"
  | "certificate_expired"
  | "certificate_not_yet_valid"
  | "certificate_revoked"
  | "address_not_allowed";

/** Somebody who was not let in. */
export interface AccessRefusal {
  readonly tenantId: string;
  readonly mode: Mode;
  readonly apiKeyId: string;
  /** UUID of the client certificate that was come with, null where it was the key's secret, or is not the key's. */
  readonly certificateId: string | null;
  readonly reason: RefusalReason;
}

/** What was refused to one key or certificate for one reason, as its row has it. */
export interface CountedRefusal {
  readonly id: string;
  readonly mode: Mode;
  readonly apiKeyId: string;
  readonly certificateId: string | null;
  readonly reason: RefusalReason;
  readonly refused: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
}
