/** A document that a caller knows a signer by. */
export interface IdentityDocumentRequest {
  type?: "identity_card" | "passport" | "driving_licence" | "residence_permit";
  /**
   * @minLength 1
   * @maxLength 100
   */
  number: string;
}
