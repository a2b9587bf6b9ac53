import { DerReader } from "../asn1/derReader.js";
import { tag } from "../asn1/derTag.js";
import { oids } from "../asn1/oids.js";
import { readTbsCertificate } from "./tbsCertificate.js";

const MAX_PURPOSES = 16;

/**
 * Whether a certificate is for time-stamping and for nothing else: an extended key usage, critical, with
 * id-kp-timeStamping as its one purpose (RFC 3161 2.3).
 * @param der certificate
 * @throws EngineError `asn1_malformed`
 */
export function isForTimestamping(der: Uint8Array): boolean {
  const { extensions } = readTbsCertificate(DerReader.inside(der, tag.sequence, "Certificate"));
  const usage = extensions.find(({ oid }) => oid === oids.extendedKeyUsage);
  if (!usage?.critical) return false;
  const purposes = DerReader.inside(usage.value, tag.sequence, "ExtKeyUsageSyntax").readAll(
    "KeyPurposeId",
    MAX_PURPOSES,
  );
  return purposes.length === 1 && purposes[0]!.oid === oids.timeStamping;
}
