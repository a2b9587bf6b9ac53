/** A document that proves who somebody is. */
export interface IdentityDocument {
  readonly type: "identity_card" | "passport" | "driving_licence" | "residence_permit" | null;
  readonly number: string | null;
}
