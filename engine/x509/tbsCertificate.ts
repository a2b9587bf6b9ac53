import type { DerElement } from "../asn1/derElement.js";
import type { DerReader } from "../asn1/derReader.js";
import { contextConstructed, contextPrimitive, tag } from "../asn1/derTag.js";

const MAX_EXTENSIONS = 64;

export interface Extension {
  /** Dotted object identifier. */
  readonly oid: string;
  readonly critical: boolean;
  /** What the extnValue OCTET STRING holds. */
  readonly value: Uint8Array;
}

/** The fields of a TBSCertificate (RFC 5280 4.1), views of the bytes it was read from. */
export interface TbsCertificate {
  /** 0 when absent, which says v1; 2 says v3. */
  readonly version: number;
  readonly serialNumber: DerElement;
  readonly signature: DerElement;
  readonly issuer: DerElement;
  readonly notBefore: DerElement;
  readonly notAfter: DerElement;
  readonly subject: DerElement;
  readonly subjectPublicKeyInfo: DerElement;
  readonly hasUniqueIdentifiers: boolean;
  readonly extensions: readonly Extension[];
}

/**
 * Reads the one TBSCertificate that comes next; its fields are taken apart, not judged.
 * @throws EngineError `asn1_malformed`
 */
export function readTbsCertificate(outer: DerReader): TbsCertificate {
  const tbs = outer.enter(tag.sequence, "TBSCertificate");
  const version =
    tbs.enterOptional(contextConstructed(0), "version")?.read(tag.integer, "version").smallInteger ?? 0;
  const serialNumber = tbs.read(tag.integer, "serialNumber");
  const signature = tbs.read(tag.sequence, "signature");
  const issuer = tbs.read(tag.sequence, "issuer");
  const validity = tbs.enter(tag.sequence, "validity");
  const notBefore = validity.readAny("notBefore");
  const notAfter = validity.readAny("notAfter");
  validity.close("validity");
  const subject = tbs.read(tag.sequence, "subject");
  const subjectPublicKeyInfo = tbs.read(tag.sequence, "subjectPublicKeyInfo");
  const issuerUniqueId = tbs.readOptional(contextPrimitive(1), "issuerUniqueID");
  const subjectUniqueId = tbs.readOptional(contextPrimitive(2), "subjectUniqueID");
  const extensions = readExtensions(tbs.enterOptional(contextConstructed(3), "extensions"));
  tbs.close("TBSCertificate");
  return {
    version,
    serialNumber,
    signature,
    issuer,
    notBefore,
    notAfter,
    subject,
    subjectPublicKeyInfo,
    hasUniqueIdentifiers: issuerUniqueId !== null || subjectUniqueId !== null,
    extensions,
  };
}

/** Extensions inside their explicit tag (RFC 5280 4.1.2.9, 5.1.2.7); none without it. @throws EngineError `asn1_malformed` */
export function readExtensions(wrapper: DerReader | null): Extension[] {
  if (wrapper === null) return [];
  const list = wrapper.enter(tag.sequence, "extensions");
  wrapper.close("extensions");
  const extensions: Extension[] = [];
  while (!list.atEnd) {
    if (extensions.length >= MAX_EXTENSIONS) list.close("extensions");
    extensions.push(readExtension(list));
  }
  return extensions;
}

/** The one Extension that comes next. @throws EngineError `asn1_malformed` */
export function readExtension(list: DerReader): Extension {
  const reader = list.enter(tag.sequence, "Extension");
  const extension = {
    oid: reader.read(tag.objectIdentifier, "extnID").oid,
    critical: reader.readOptional(tag.boolean, "critical")?.boolean ?? false,
    value: reader.read(tag.octetString, "extnValue").content,
  };
  reader.close("Extension");
  return extension;
}
