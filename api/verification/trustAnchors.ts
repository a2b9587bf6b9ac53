import { fingerprintOf } from "../../engine/validation/certificateName.js";
import type { CertificateReport } from "../../engine/validation/certificateReport.js";
import { parseCertificate } from "../../engine/x509/parseCertificate.js";
import type { Mode } from "../apiKeys/caller.js";

/** What signatures may lead to. Certificates DER. */
export interface TrustAnchors {
  /** The roots of our own authorities. */
  readonly own: Readonly<Record<Mode, Uint8Array>>;
  /** Those that the operator trusts besides. */
  readonly configured: readonly Uint8Array[];
}

/** What kind of trust anchor a path ended in. */
export type AnchorKind = "live" | "test" | "configured";

/** Tells which kind of anchor a root is, by its SHA-256, hexadecimal; null for one that is none. */
export function anchorKinds({ own, configured }: TrustAnchors): (sha256: string) => AnchorKind | null {
  const kinds = new Map<CertificateReport["sha256"], AnchorKind>();
  for (const der of configured) kinds.set(fingerprintOf(parseCertificate(der)), "configured");
  for (const mode of ["live", "test"] as const) kinds.set(fingerprintOf(parseCertificate(own[mode])), mode);
  return (sha256) => kinds.get(sha256) ?? null;
}
