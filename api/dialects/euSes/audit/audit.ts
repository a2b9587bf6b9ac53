import type { EuSesOrderView } from "../presentOrder.js";
import type { AuditLine } from "./auditLines.js";

/** An order's audit as this dialect knows it: the same content in each of its four media types. */
export interface EuSesAudit {
  readonly SignatureData: EuSesOrderView;
  readonly AuditData: readonly AuditLine[];
}
