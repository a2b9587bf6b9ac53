/** Pages of a document that were shown to their end. */
export interface PagesShownRequest {
  /** @maxLength 40 */
  document_id: string;
  /**
   * @minItems 1
   * @maxItems 1000
   */
  pages: ShownPageRequest[];
}

export interface ShownPageRequest {
  /**
   * Counted from 1.
   * @isInt
   * @minimum 1
   * @maximum 100000
   */
  page: number;
  /**
   * The ticket that was given for the page; needed where the order must be read.
   * @maxLength 100
   */
  ticket?: string;
}

/** Clauses that the signer agrees to. */
export interface ConsentsRequest {
  /**
   * @minItems 1
   * @maxItems 21
   */
  clauses: ConsentRequest[];
}

export interface ConsentRequest {
  /**
   * 0: the order's consent text; from 1 on, its further clauses.
   * @isInt
   * @minimum 0
   * @maximum 20
   */
  position: number;
  /**
   * As shown, word for word.
   * @maxLength 5000
   */
  text: string;
}

export interface ConsentsView {
  /** Positions of the clauses that were agreed to so far. */
  given: number[];
  complete: boolean;
}

/** What the signer corrects of their own data; what is left out stays as it is. */
export interface IdentityRequest {
  /**
   * @minLength 1
   * @maxLength 64
   */
  given_name?: string;
  /**
   * @minLength 1
   * @maxLength 64
   */
  surname?: string;
  /**
   * @pattern ^[^\s@<>",;:]+@[^\s@<>",;:]+\.[^\s@<>",;:]+$
   * @maxLength 254
   */
  email?: string;
  /**
   * E.164.
   * @pattern ^\+[1-9][0-9]{5,14}$
   */
  phone?: string;
}
