/** Every reason for which the engine refuses. Closed: a caller may switch over it. */
export type EngineErrorCode =
  | "pdf_not_a_pdf"
  | "pdf_empty"
  | "pdf_damaged"
  | "pdf_encrypted"
  | "pdf_password_wrong"
  | "pdf_unsupported"
  | "pdf_limit_exceeded"
  | "pdf_page_out_of_range"
  | "pdf_placement_invalid"
  | "pdf_text_not_found"
  | "pdf_field_not_found"
  | "pdf_field_already_signed"
  | "pdf_field_invalid"
  | "pdf_field_value_invalid"
  | "pdf_permission_denied"
  | "pdf_seed_value_unmet"
  | "image_unsupported"
  | "image_damaged"
  | "image_limit_exceeded"
  | "font_damaged"
  | "font_shaper_required"
  | "asn1_malformed"
  | "algorithm_unsupported"
  | "key_too_weak"
  | "certificate_lint_failed"
  | "revocation_lint_failed"
  | "revocation_invalid"
  | "timestamp_request_malformed"
  | "timestamp_response_invalid"
  | "signature_does_not_fit"
  | "signature_invalid"
  | "pdf_not_signed"
  | "validation_data_missing"
  | "container_damaged"
  | "container_file_invalid"
  | "state_invalid";

/** An engine refusal: a stable code, a public sentence, and a private cause that is never shown to a caller. */
export class EngineError extends Error {
  override readonly name = "EngineError";

  /**
   * @param code the reason, from the closed list
   * @param message one sentence for the caller, which names the field or byte offset and the limit where there is one
   * @param cause what led to it, for logs only
   */
  constructor(
    readonly code: EngineErrorCode,
    message: string,
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause });
  }
}
