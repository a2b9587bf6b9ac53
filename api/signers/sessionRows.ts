import type { PageSettings } from "../hostedPage/pageSettings.js";
import type { Order, OrderDocument, Placement, Signer } from "../orders/order.js";
import type { CodeRow } from "../otp/codeRows.js";
import type { StoredPath } from "../proofPath/pathRows.js";

/** Everything that a signer's page is told of. */
export interface SessionRows {
  readonly order: Order;
  readonly signer: Signer;
  readonly signers: readonly Signer[];
  readonly documents: readonly OrderDocument[];
  readonly placements: readonly Placement[];
  readonly path: StoredPath;
  readonly codes: readonly CodeRow[];
  /** What the order's profile says of the page; null: it has none. */
  readonly profilePage: PageSettings | null;
  /** Name of the tenant. */
  readonly tenant: string;
}
