import { DerReader } from "../asn1/derReader.js";
import { tag } from "../asn1/derTag.js";
import { oids } from "../asn1/oids.js";
import { EngineError } from "../error.js";
import { algorithmByIdentifier } from "./algorithmIdentifier.js";
import type { SignatureScheme } from "./signatureAlgorithm.js";

/** The NIST curves of RFC 5480 that ETSI TS 119 312 has, by the length of a coordinate in bytes. */
export const coordinateLength = { "P-256": 32, "P-384": 48, "P-521": 66 } as const;

export type Curve = keyof typeof coordinateLength;

const curves = new Map<string, Curve>([
  [oids.secp256r1, "P-256"],
  [oids.secp384r1, "P-384"],
  [oids.secp521r1, "P-521"],
]);

interface EllipticCurveKey {
  readonly type: "ec";
  readonly curve: Curve;
}

export interface RsaKey {
  readonly type: "rsa";
  readonly modulusBits: number;
  /** Octets of the public exponent, big-endian, a sign octet included. */
  readonly exponent: Uint8Array;
  /** A key of id-RSASSA-PSS makes no other signatures (RFC 4055 1.2). */
  readonly pssOnly: boolean;
  /** The one scheme that the parameters of a key of id-RSASSA-PSS allow; null without such. */
  readonly restrictedTo: SignatureScheme | null;
}

/** What kind of key a SubjectPublicKeyInfo holds. */
export type PublicKey = EllipticCurveKey | RsaKey | { readonly type: "ed25519" };

/**
 * Reads what kind of key this is and how large. Whether a point lies on its curve is not looked at: who uses the key
 * finds out.
 * @param subjectPublicKeyInfo DER (RFC 5280 4.1.2.7, RFC 5480 2, RFC 4055 1.2, RFC 8410 4)
 * @throws EngineError `asn1_malformed`, `algorithm_unsupported` for another kind of key or another curve
 */
export function readPublicKey(subjectPublicKeyInfo: Uint8Array): PublicKey {
  const outer = DerReader.inside(subjectPublicKeyInfo, tag.sequence, "SubjectPublicKeyInfo");
  const algorithm = outer.read(tag.sequence, "algorithm");
  const key = outer.read(tag.bitString, "subjectPublicKey").bitStringOctets;
  outer.close("SubjectPublicKeyInfo");
  const reader = DerReader.inside(algorithm.encoded, tag.sequence, "algorithm");
  const identifier = reader.read(tag.objectIdentifier, "algorithm").oid;
  switch (identifier) {
    case oids.ecPublicKey:
      return { type: "ec", curve: readCurve(reader) };
    case oids.rsaEncryption:
      return { ...readRsaKey(key), pssOnly: false, restrictedTo: null };
    case oids.rsaPss: {
      const restrictedTo = reader.atEnd ? null : restriction(algorithm.encoded);
      return { ...readRsaKey(key), pssOnly: true, restrictedTo };
    }
    case oids.ed25519:
      return { type: "ed25519" };
    default:
      throw unsupported(`The public key is of the kind ${identifier}; ECDSA, RSA and Ed25519 are known`);
  }
}

function readCurve(parameters: DerReader): Curve {
  // specifiedCurve is not to be used (RFC 5480 2.1.1): whoever writes the curve can choose one with a known key.
  const named = parameters.readOptional(tag.objectIdentifier, "namedCurve")?.oid ?? "without a name";
  const curve = curves.get(named);
  if (!curve) throw unsupported(`The public key is on the curve ${named}; P-256, P-384 and P-521 are known`);
  return curve;
}

function readRsaKey(key: Uint8Array): Pick<RsaKey, "type" | "modulusBits" | "exponent"> {
  const reader = DerReader.inside(key, tag.sequence, "RSAPublicKey");
  const modulus = reader.read(tag.integer, "modulus").integerOctets;
  const exponent = reader.read(tag.integer, "publicExponent").integerOctets;
  reader.close("RSAPublicKey");
  const sign = modulus[0] === 0 ? 1 : 0;
  const modulusBits = (modulus.length - sign) * 8 - (Math.clz32(modulus[sign] ?? 0) - 24);
  return { type: "rsa", modulusBits, exponent };
}

function restriction(algorithm: Uint8Array): SignatureScheme {
  const scheme = algorithmByIdentifier(algorithm);
  if (scheme) return scheme;
  throw unsupported("The RSASSA-PSS key is restricted to parameters that are not known here");
}

const unsupported = (what: string): EngineError => new EngineError("algorithm_unsupported", `${what}.`);
