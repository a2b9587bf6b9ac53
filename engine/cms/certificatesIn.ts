import { berToDer } from "../asn1/berToDer.js";
import { DerReader } from "../asn1/derReader.js";
import { contextConstructed, tag } from "../asn1/derTag.js";

const MAX_ALGORITHMS = 16;
const MAX_CERTIFICATES = 100;

/**
 * The certificates in what a caIssuers address delivers (RFC 5280 4.2.2.1): a certificate, or a certs-only CMS object
 * (RFC 5652 5, without signers), often in BER.
 * @returns Certificate DER each; of a lone certificate no more was read than that it is one SEQUENCE
 * @throws EngineError `asn1_malformed`, also for more than 100 certificates or 16 MiB
 */
export function certificatesIn(bytes: Uint8Array): Uint8Array[] {
  const outer = DerReader.inside(berToDer(bytes), tag.sequence, "Certificate or ContentInfo");
  if (outer.nextTag !== tag.objectIdentifier) return [bytes];
  outer.read(tag.objectIdentifier, "contentType");
  const signedData = outer.enter(contextConstructed(0), "content").enter(tag.sequence, "SignedData");
  signedData.read(tag.integer, "version");
  signedData.enter(tag.set, "digestAlgorithms").readAll("DigestAlgorithmIdentifier", MAX_ALGORITHMS);
  signedData.read(tag.sequence, "encapContentInfo");
  const certificates = signedData.enterOptional(contextConstructed(0), "certificates");
  return (certificates?.readAll("certificate", MAX_CERTIFICATES) ?? []).map(({ encoded }) => encoded);
}
