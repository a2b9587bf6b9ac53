import type { DocumentRequest } from "../orders/orderRequests.js";
import type { OrderSettingsRequest } from "../orders/orderSettings.js";
import type { PlacementRequest } from "../placements/placementRequests.js";

/** The body of `POST /v1/templates`. */
export interface CreateTemplateRequest {
  /**
   * The template's name, for those who make orders from it.
   * @minLength 1
   * @maxLength 200
   * @example "Lease of a flat"
   */
  name: string;
  /** Documents in the body. With `multipart/form-data`, each part `file` is one more document to sign. */
  documents?: DocumentRequest[];
  /** @minItems 1 */
  roles: TemplateRoleRequest[];
  /**
   * Title of orders that name none.
   * @minLength 1
   * @maxLength 200
   */
  title?: string;
  /**
   * Days from the making of an order to its end; 30 by default.
   * @isInt
   * @minimum 1
   * @maximum 365
   */
  expires_in_days?: number;
  /** Rules of orders that say nothing else. */
  settings?: OrderSettingsRequest;
}

/** The body of `PATCH /v1/templates/{template}`: what is left out stays. */
export interface ChangeTemplateRequest {
  /**
   * @minLength 1
   * @maxLength 200
   */
  name?: string;
  /**
   * In place of all roles.
   * @minItems 1
   */
  roles?: TemplateRoleRequest[];
  /**
   * @minLength 1
   * @maxLength 200
   */
  title?: string;
  /**
   * @isInt
   * @minimum 1
   * @maximum 365
   */
  expires_in_days?: number;
  /** In place of all settings. */
  settings?: OrderSettingsRequest;
}

/** Whoever acts in an order by this role. */
export interface TemplateRoleRequest {
  /**
   * Letters, digits, blanks, hyphens and underscores; `values` and `metadata` are no names of roles.
   * @minLength 1
   * @maxLength 64
   * @example "tenant"
   */
  name: string;
  /** `signer` by default. */
  role?: "signer" | "approver" | "copy" | "witness";
  /**
   * 1 by default.
   * @isInt
   * @minimum 1
   * @maximum 500
   */
  group?: number;
  /**
   * For a witness: name of the role whose signature they witness.
   * @minLength 1
   * @maxLength 64
   */
  witness_of?: string;
  /** `email` by default. */
  authentication?: "email" | "sms" | "both" | "none";
  /**
   * BCP 47; of signers that name none.
   * @minLength 2
   * @maxLength 35
   */
  language?: string;
  /** Where they sign and what they fill in; their `name` is what values are merged by. */
  placements?: PlacementRequest[];
}
