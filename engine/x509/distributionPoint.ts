import { DerReader } from "../asn1/derReader.js";
import { contextConstructed, contextPrimitive, tag } from "../asn1/derTag.js";
import { element } from "../asn1/derWriter.js";
import { malformed } from "../asn1/malformed.js";
import { canonicalName } from "./sameName.js";

/** Of all points together: lists are held against each of them. */
const MAX_NAMES = 64;
const DIRECTORY_NAME = contextConstructed(4);
const URI = contextPrimitive(6);

/** One DistributionPoint of a certificate (RFC 5280 4.2.1.13). */
export interface DistributionPoint {
  /** GeneralName DER of each name; a name relative to the issuer is given in full. */
  readonly names: readonly Uint8Array[];
  /** Bits of ReasonFlags that its list covers; null for all. */
  readonly reasons: readonly number[] | null;
  /** GeneralName DER of each name of the list's issuer, when that is not the certificate's. */
  readonly crlIssuer: readonly Uint8Array[];
}

/**
 * cRLDistributionPoints, read.
 * @param value what extnValue holds @param issuer Name DER of the certificate's issuer
 * @throws EngineError `asn1_malformed`, also for more than 64 points, or 64 names in all of them
 */
export function readDistributionPoints(value: Uint8Array, issuer: Uint8Array): DistributionPoint[] {
  const points = readPoints(value, issuer);
  const count = points.reduce((sum, { names, crlIssuer }) => sum + names.length + crlIssuer.length, 0);
  if (count > MAX_NAMES) throw malformed(`The distribution points have more than ${MAX_NAMES} names`, 0);
  return points;
}

function readPoints(value: Uint8Array, issuer: Uint8Array): DistributionPoint[] {
  return DerReader.inside(value, tag.sequence, "CRLDistributionPoints")
    .readAll("DistributionPoint", MAX_NAMES)
    .map((point) => {
      const reader = DerReader.inside(point.encoded, tag.sequence, "DistributionPoint");
      const name = reader.enterOptional(contextConstructed(0), "distributionPoint");
      const reasons = reader.readOptional(contextPrimitive(1), "reasons")?.namedBits ?? null;
      const crlIssuer = reader.enterOptional(contextConstructed(2), "cRLIssuer");
      reader.close("DistributionPoint");
      const crlIssuerNames = crlIssuer === null ? [] : readNames(crlIssuer);
      const listIssuer = crlIssuerNames.map(directoryName).find((known) => known !== null) ?? issuer;
      return {
        names: name === null ? [] : readDistributionPointName(name, listIssuer),
        reasons,
        crlIssuer: crlIssuerNames,
      };
    });
}

/**
 * DistributionPointName: one or more GeneralNames, or one relative to the list's issuer (RFC 5280 4.2.1.13, 5.2.5).
 * @throws EngineError `asn1_malformed`
 */
export function readDistributionPointName(wrapper: DerReader, issuer: Uint8Array): Uint8Array[] {
  const fullName = wrapper.enterOptional(contextConstructed(0), "fullName");
  if (fullName !== null) {
    wrapper.close("distributionPoint");
    return readNames(fullName);
  }
  const relative = wrapper.read(contextConstructed(1), "nameRelativeToCRLIssuer");
  wrapper.close("distributionPoint");
  const relativeNames = DerReader.inside(issuer, tag.sequence, "Name").readAll(
    "RelativeDistinguishedName",
    MAX_NAMES,
  );
  const name = element(
    tag.sequence,
    ...relativeNames.map(({ encoded }) => encoded),
    element(tag.set, relative.content),
  );
  return [asDirectoryName(name)];
}

/** GeneralNames, each DER. @throws EngineError `asn1_malformed` */
const readNames = (reader: DerReader): Uint8Array[] =>
  reader.readAll("GeneralName", MAX_NAMES).map(({ encoded }) => encoded);

/** GeneralName of a directory name. @param name Name DER */
export const asDirectoryName = (name: Uint8Array): Uint8Array => element(DIRECTORY_NAME, name);

/** Name DER of a GeneralName that is a directory name, else null. @throws EngineError `asn1_malformed` */
export function directoryName(generalName: Uint8Array): Uint8Array | null {
  if (generalName[0] !== DIRECTORY_NAME) return null;
  const reader = DerReader.inside(generalName, DIRECTORY_NAME, "directoryName");
  const name = reader.read(tag.sequence, "directoryName").encoded;
  reader.close("directoryName");
  return name;
}

/** Text of a GeneralName that is a URI in ASCII, else null. @throws EngineError `asn1_malformed` */
export function uniformResourceIdentifierOf(generalName: Uint8Array): string | null {
  if (generalName[0] !== URI) return null;
  const { content } = DerReader.of(generalName).read(URI, "uniformResourceIdentifier");
  if (content.some((octet) => octet <= 0x20 || octet >= 0x7f)) return null;
  return Buffer.from(content).toString("latin1");
}

/** Whether a name occurs in both; directory names as RFC 5280 7.1 compares them, all others octet for octet. */
export function haveNameInCommon(some: readonly Uint8Array[], others: readonly Uint8Array[]): boolean {
  const keys = new Set(others.map(keyOf));
  return some.some((one) => keys.has(keyOf(one)));
}

const keys = new WeakMap<Uint8Array, string>();

/** What names that are the same have in common; remembered, for one certificate is held against many lists. */
function keyOf(generalName: Uint8Array): string {
  const known = keys.get(generalName);
  if (known !== undefined) return known;
  const name = directoryName(generalName);
  const canonical = name && canonicalName(name);
  const key = canonical ?? Buffer.from(generalName).toString("latin1");
  keys.set(generalName, key);
  return key;
}
