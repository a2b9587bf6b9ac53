import type { PlacementRequest } from "../../placements/placementRequests.js";
import type { PersonRequest } from "../personRequest.js";

/** The body of `POST /v1/orders/{order}/signers`. */
export interface AddSignerRequest extends PersonRequest {
  /** `signer` by default. */
  role?: "signer" | "approver" | "copy" | "witness";
  /**
   * The group whose turn it is, which is the default, or a later one.
   * @isInt
   * @minimum 1
   * @maximum 500
   */
  group?: number;
  /**
   * For a witness: id of the signer whose signature they witness.
   * @maxLength 40
   */
  witness_of?: string;
  /**
   * Your own id of the signer.
   * @minLength 1
   * @maxLength 200
   */
  external_id?: string;
  /** `email` by default. */
  authentication?: "email" | "sms" | "both" | "none";
  /**
   * What a message with a code says, with `{OTP}` where the code stands.
   * @minLength 1
   * @maxLength 1000
   */
  code_text?: string;
  /**
   * Where the signer signs and what they fill in. A document that carries a signature already takes no new fields, only
   * signatures.
   */
  placements?: PlacementRequest[];
}

/** The body of `PATCH /v1/orders/{order}/signers/{signer}`: what is left out stays as it is. */
export interface ChangeSignerRequest {
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
   * A new address makes the signer's link useless; they are sent another one.
   * @pattern ^[^\s@<>",;:]+@[^\s@<>",;:]+\.[^\s@<>",;:]+$
   * @maxLength 254
   */
  email?: string | null;
  /**
   * E.164.
   * @pattern ^\+[1-9][0-9]{5,14}$
   */
  phone?: string | null;
  /**
   * Where codes go instead of the signer's own address or number: e-mail or E.164; null: to their own.
   * @pattern ^(\+[1-9][0-9]{5,14}|[^\s@<>",;:]+@[^\s@<>",;:]+\.[^\s@<>",;:]+)$
   * @maxLength 254
   */
  code_contact?: string | null;
  /**
   * ISO 3166-1 alpha-2.
   * @pattern ^[A-Z]{2}$
   */
  country?: string;
  /**
   * BCP 47.
   * @minLength 2
   * @maxLength 35
   */
  language?: string;
  authentication?: "email" | "sms" | "both" | "none";
  /**
   * The group whose turn it is, or a later one.
   * @isInt
   * @minimum 1
   * @maximum 500
   */
  group?: number;
  /**
   * @minLength 1
   * @maxLength 200
   */
  external_id?: string | null;
  /**
   * @minLength 1
   * @maxLength 1000
   */
  code_text?: string | null;
}

/** The body of `POST /v1/orders/{order}/signers/{signer}/replace`: the person who takes the place. */
export interface ReplaceSignerRequest extends PersonRequest {
  /**
   * Your own id of the new signer.
   * @minLength 1
   * @maxLength 200
   */
  external_id?: string;
  /** As the signer before, by default. */
  authentication?: "email" | "sms" | "both" | "none";
}

/** The body of `POST delegate`: the person who shall act in the signer's place, and why. */
export interface DelegateRequest extends PersonRequest {
  /**
   * @minLength 1
   * @maxLength 1000
   */
  reason: string;
}
