import type { CallbackRequest } from "../callbacks/callbackRequest.js";
import type { PageSettings } from "../hostedPage/pageSettings.js";

/** The body of `POST /v1/templates/{template}/bulk`; as `text/csv` it is the lines alone. */
export interface BulkRequest {
  /**
   * One order each; 1000 at most, 2 MB together. What is wrong with a line is that line's result.
   * @minItems 1
   * @maxItems 1000
   */
  lines: BulkLineRequest[];
  /** What all orders of the list have, unless their line says otherwise. */
  common?: BulkCommonRequest;
}

export interface BulkCommonRequest {
  /**
   * @minLength 1
   * @maxLength 200
   */
  title?: string;
  /**
   * What the sender writes to the signers.
   * @minLength 1
   * @maxLength 2000
   */
  message?: string;
  /** When the orders end if not all have signed. */
  expires_at?: Date;
  /** True: the orders are drafts, to be sent one by one. */
  draft?: boolean;
  /** @maxItems 20 */
  labels?: string[];
  /** Up to 50 keys of 40 characters, with values of 500. */
  metadata?: Record<string, string>;
  /** How the signers' page looks, where it leads and who may frame it, instead of what the template says. */
  page?: PageSettings;
  /**
   * How signers may write their names, instead of what the template says.
   * @minItems 1
   * @maxItems 2
   */
  signature_modes?: ("typed" | "drawn")[];
  /**
   * IANA name of the time zone that signers are shown times in, instead of what the template says.
   * @minLength 1
   * @maxLength 64
   */
  time_zone?: string;
  /** Where each of the orders tells what happens to it, instead of where the template says; null: nowhere. */
  callback?: CallbackRequest | null;
}

/** One order. Texts are checked when the line is worked off, as those of `POST /v1/orders` are. */
export interface BulkLineRequest {
  external_id?: string;
  title?: string;
  message?: string;
  labels?: string[];
  metadata?: Record<string, string>;
  /** Values of the template's placements, by their `name`. */
  values?: Record<string, string>;
  signers?: BulkSignerRequest[];
}

export interface BulkSignerRequest {
  template_role?: string;
  given_name?: string;
  surname?: string;
  email?: string;
  phone?: string;
  country?: string;
  language?: string;
  authentication?: string;
  external_id?: string;
  code_text?: string;
}
