import { parseSignedData } from "../cms/parseSignedData.js";
import { decodeTstInfo } from "../tsp/tstInfo.js";
import { type DigestName, digestAlgorithmByOid } from "../x509/digestAlgorithm.js";
import { parseCertificate } from "../x509/parseCertificate.js";
import { readPublicKey } from "../x509/publicKey.js";
import { ContainerFault } from "./containerFault.js";
import { digestByMethod, newestArchive } from "./newestArchive.js";
import { readContainer } from "./readContainer.js";

export type AlgorithmFamily = DigestName | "ecdsa" | "rsa-pkcs1" | "rsa-pss" | "ed25519";

/** An algorithm that a time-stamp rests on. */
export interface ReliedOnAlgorithm {
  readonly name: AlgorithmFamily;
  /** Length of the key, or of the digest. */
  readonly bits: number;
}

/** What the proof of a container rests on at the moment: its newest archive time-stamp. */
export interface ContainerHorizon {
  /** When the time-stamp was made. */
  readonly genTime: Date;
  /** Until when the certificate of its unit is valid, inclusive. */
  readonly certificateNotAfter: Date;
  /** The digests of the manifest's files, of what is stamped and of the signature, and the unit's key; each once. */
  readonly algorithms: readonly ReliedOnAlgorithm[];
}

/**
 * Tells until when a container proves what it proves, for renewalDue(). It reads and does not judge: a container that is
 * not as it was archived is refused when it is renewed.
 * @returns null for a container without an archive time-stamp
 * @throws EngineError `container_damaged`, `asn1_malformed`, `algorithm_unsupported`, `signature_invalid`
 */
export function containerHorizon(container: Uint8Array): ContainerHorizon | null {
  const newest = newestArchive(readContainer(container).files);
  if (newest === null) return null;
  const { manifest, tokenName, token } = newest;
  const signed = parseSignedData(token);
  const { content, signerCertificate, signatureScheme } = signed;
  const imprint = content && decodeTstInfo(content);
  const files = new Set(manifest.references.map(({ digestAlgorithm }) => digestByMethod(digestAlgorithm)));
  const digests = [
    ...files,
    imprint?.digestAlgorithm?.name,
    digestAlgorithmByOid(signed.digestAlgorithm)?.name,
  ];
  if (!imprint || !signerCertificate || !signatureScheme || digests.some((name) => !name)) {
    const what = "The archive time-stamp brings no certificate, or is by algorithms that are not known.";
    throw new ContainerFault("manifest_malformed", what, tokenName);
  }
  const { notAfter, subjectPublicKeyInfo } = parseCertificate(signerCertificate);
  const key = { name: signatureScheme.family, bits: keyBits(subjectPublicKeyInfo) };
  return {
    genTime: imprint.genTime,
    certificateNotAfter: notAfter,
    algorithms: [...[...new Set(digests as DigestName[])].map(digest), key],
  };
}

const digest = (name: DigestName): ReliedOnAlgorithm => ({ name, bits: Number(name.slice(3)) });

function keyBits(subjectPublicKeyInfo: Uint8Array): number {
  const key = readPublicKey(subjectPublicKeyInfo);
  if (key.type === "rsa") return key.modulusBits;
  return key.type === "ec" ? Number(key.curve.slice(2)) : 256;
}
