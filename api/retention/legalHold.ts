/** Keeps an order from being purged, whatever its terms, until it is released. Several may stand on one order. */
export interface LegalHold {
  readonly id: string;
  readonly orderId: string;
  readonly reason: string;
  readonly placedAt: Date;
  /** UUID of an API key. */
  readonly placedBy: string;
  /** Null: it stands. */
  readonly releasedAt: Date | null;
  readonly releasedBy: string | null;
}
