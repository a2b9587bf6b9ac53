/**
 * Where a revision of an order's evidence lies. It follows from what it is, so that its row owns it before it is there:
 * no crash leaves an object that nobody knows, which a lock would then keep for ten years.
 * @param tenantId UUID
 * @param orderId UUID
 */
export function evidenceKey(tenantId: string, orderId: string, revision: number): string {
  return `${tenantId}/evidence/${orderId}/${revision}.asice`;
}
