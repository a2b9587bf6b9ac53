/** A problem document (RFC 9457). Some codes bring members of their own, such as `limit` or `retry_after`. */
export interface ProblemView {
  /** Where the code is explained. */
  type: string;
  title: string;
  /** The HTTP status. */
  status: number;
  /** One sentence that says what is wrong. */
  detail: string;
  /** Stable; switch over it. */
  code: string;
  /** The field of the request at fault. */
  param?: string;
  /** Name it when you ask us. */
  request_id: string;
  /** What some codes bring besides: seconds to wait, a limit, tries that are left. */
  [extension: string]: unknown;
}
