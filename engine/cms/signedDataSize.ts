import { ecdsaP256Sha256, type SignatureAlgorithm } from "../x509/signatureAlgorithm.js";
import { encodeSignedAttributes } from "./signedAttributes.js";
import { type EncapsulatedContent, encodeSignedData } from "./signedData.js";

/**
 * How long a signature can become, for reserving /Contents before it exists: it is built with a blank signature of the
 * greatest length, so it can come out shorter and never longer.
 * @param input.certificates DER, the signer's first, as they will be given to `encodeSignedData`
 * @param input.algorithm of the signer's key (`signatureAlgorithmFor`); ECDSA P-256 with SHA-256 when absent
 * @param input.timestampTokenBytes upper bound of the signature time-stamp token; 0 or absent for none
 * @returns bytes of DER; the hexadecimal string in the PDF has twice as many digits
 * @throws EngineError `state_invalid` without a certificate, `asn1_malformed` when the signer's cannot be read
 */
export function signedDataSize(input: {
  readonly certificates: readonly Uint8Array[];
  readonly timestampTokenBytes?: number;
  readonly encapsulated?: EncapsulatedContent;
  readonly algorithm?: SignatureAlgorithm;
}): number {
  const { certificates, timestampTokenBytes = 0, encapsulated, algorithm = ecdsaP256Sha256 } = input;
  return encodeSignedData({
    signedAttributes: encodeSignedAttributes({
      messageDigest: new Uint8Array(algorithm.digest.length),
      certificate: certificates[0] ?? new Uint8Array(0),
      digest: algorithm.digest.name,
      ...(encapsulated && { contentType: encapsulated.contentType }),
    }),
    signatureValue: new Uint8Array(algorithm.longestSignature),
    certificates,
    algorithm,
    ...(encapsulated && { encapsulated }),
    ...(timestampTokenBytes > 0 && { timestampToken: new Uint8Array(timestampTokenBytes) }),
  }).length;
}
