/** Somebody who acts in an order. */
export interface PersonRequest {
  /**
   * @minLength 1
   * @maxLength 64
   * @example "Ada"
   */
  given_name: string;
  /**
   * @minLength 1
   * @maxLength 64
   * @example "Lovelace"
   */
  surname: string;
  /**
   * Needed where codes are sent by e-mail. In test mode, `anything@code.test` is always sent the code `123456` (or as
   * many digits as codes have) without a provider; `rejected@`, `unavailable@`, `slow@` and `bounce@code.test` do as they
   * are called.
   * @pattern ^[^\s@<>",;:]+@[^\s@<>",;:]+\.[^\s@<>",;:]+$
   * @maxLength 254
   * @example "ada@example.org"
   */
  email?: string;
  /**
   * E.164; needed where codes are sent by SMS. In test mode, `+15005550006` is always sent the code `123456` without a
   * provider; `+15005550001` rejects it, `+15005550002` is unavailable, `+15005550003` slow, `+15005550009` bounces.
   * @pattern ^\+[1-9][0-9]{5,14}$
   * @example "+33612345678"
   */
  phone?: string;
  /**
   * ISO 3166-1 alpha-2, for the certificate; `FR` by default.
   * @pattern ^[A-Z]{2}$
   */
  country?: string;
  /**
   * BCP 47, for messages and the page; `en` by default.
   * @minLength 2
   * @maxLength 35
   */
  language?: string;
}
