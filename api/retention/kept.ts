/** Until when what is left of an order that has ended is kept. Times of the order's own clock, but for those of removals. */
export interface Kept {
  readonly orderId: string;
  readonly documentsUntil: Date;
  readonly evidenceUntil: Date;
  /** Whether a legal hold stands on it: nothing of it is purged. */
  readonly held: boolean;
  /** When they were taken out of everybody's reach; null: they are there. */
  readonly documentsRemovedAt: Date | null;
  readonly evidenceRemovedAt: Date | null;
}
