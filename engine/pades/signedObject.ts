import { parseSignedData, type SignedData } from "../cms/parseSignedData.js";
import { revocationInfoOf } from "../cms/revocationInfo.js";
import type { SigningCertificateHash } from "../cms/signingCertificate.js";
import { EngineError } from "../error.js";
import type { ValidationData } from "../pdf/documentSecurityStore.js";
import { decodeTstInfo } from "../tsp/tstInfo.js";

/** Somebody who signed: a document, a container or bytes, or as the unit that issued a time-stamp token. */
export interface SignedObject {
  readonly role: "signature" | "signatureTimestamp" | "documentTimestamp" | "archiveTimestamp";
  /** Certificate DER of who signed; null when the CMS object does not bring it. */
  readonly signerCertificate: Uint8Array | null;
  /** Which certificate the signer says is theirs. */
  readonly signingCertificateHash: SigningCertificateHash | null;
  /** What the CMS object brings for its own validation. */
  readonly carried: ValidationData;
  /** A time-stamp's genTime; null for a signature, which proves no time. */
  readonly genTime: Date | null;
}

/** The signature in a CMS object, then its signature time-stamps. @throws EngineError `asn1_malformed`, `signature_invalid` */
export function signatureObjects(cms: SignedData): SignedObject[] {
  const tokens = cms.timestampTokens.map((token) => timestampObject("signatureTimestamp", token));
  return [signedObject("signature", cms, null), ...tokens];
}

/** A time-stamp token as somebody's signature. @throws EngineError `asn1_malformed`, `signature_invalid` */
export function timestampObject(
  role: Exclude<SignedObject["role"], "signature">,
  token: Uint8Array,
): SignedObject {
  const cms = parseSignedData(token);
  if (cms.content === null) throw new EngineError("signature_invalid", "A time-stamp token has no TSTInfo.");
  return signedObject(role, cms, decodeTstInfo(cms.content).genTime);
}

function signedObject(role: SignedObject["role"], cms: SignedData, genTime: Date | null): SignedObject {
  const { signerCertificate, signingCertificateHash, certificates } = cms;
  const carried = { certificates, ...revocationInfoOf(cms) };
  return { role, signerCertificate, signingCertificateHash, carried, genTime };
}
