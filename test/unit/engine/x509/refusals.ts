import { oid } from "../../../../engine/asn1/derObjectIdentifier.js";
import { DerReader } from "../../../../engine/asn1/derReader.js";
import { tag } from "../../../../engine/asn1/derTag.js";
import { explicit, sequence } from "../../../../engine/asn1/derWriter.js";
import {
  type CertificateRequest,
  type PreparedCertificate,
  prepareCertificate,
} from "../../../../engine/x509/certificate.js";
import { extension } from "../../../../engine/x509/extensions.js";
import { lintCertificate } from "../../../../engine/x509/lint.js";
import { oneTimeSigner } from "../../../../engine/x509/profiles.js";
import { newHierarchy, newKey, personRequest, policy } from "./hierarchy.js";

export const { root, signers } = await newHierarchy();
export const key = newKey();
export const profile = oneTimeSigner({ policies: [policy] });

/** A good one-time certificate, not yet signed, but for these changes. */
export const prepare = (changes: Partial<CertificateRequest> = {}): PreparedCertificate =>
  prepareCertificate(profile, personRequest(signers, { subjectPublicKeyInfo: key.publicKey, ...changes }));

/** Positions of the fields of a v3 TBSCertificate. */
const position = { version: 0, serialNumber: 1, signature: 2, issuer: 3, validity: 4, extensions: 7 };

/** Encodings of the fields of a TBSCertificate, in order. */
export const fieldsOf = (tbs: Uint8Array): Uint8Array[] =>
  DerReader.inside(tbs, tag.sequence, "TBSCertificate")
    .readAll("field", 16)
    .map((element) => element.encoded);

/** A prepared certificate with one field written otherwise. */
export function withField(
  name: keyof typeof position,
  encoded: Uint8Array,
  prepared = prepare(),
): PreparedCertificate {
  return { ...prepared, tbs: sequence(...fieldsOf(prepared.tbs).with(position[name], encoded)) };
}

/** A prepared certificate with its list of extensions changed. */
export function withExtensions(
  change: (extensions: Uint8Array[]) => Uint8Array[],
  prepared = prepare(),
): PreparedCertificate {
  const last = fieldsOf(prepared.tbs).at(-1) ?? prepared.tbs;
  const list = DerReader.inside(last, 0xa3, "extensions")
    .enter(tag.sequence, "extensions")
    .readAll("extension", 16);
  const changed = change(list.map((element) => element.encoded));
  return withField("extensions", explicit(3, sequence(...changed)), prepared);
}

const others = (identifier: string) => (encoded: Uint8Array) =>
  Buffer.from(encoded).indexOf(oid(identifier)) < 0;

/** A prepared certificate without one extension. */
export const without = (identifier: string): PreparedCertificate =>
  withExtensions((list) => list.filter(others(identifier)));

/** A prepared certificate with one extension more. */
export const added = (identifier: string, critical: boolean, value: Uint8Array): PreparedCertificate =>
  withExtensions((list) => [...list, extension(identifier, critical, value)]);

/** A prepared certificate with one extension written otherwise. */
export const replaced = (identifier: string, critical: boolean, value: Uint8Array): PreparedCertificate =>
  withExtensions((list) => [...list.filter(others(identifier)), extension(identifier, critical, value)]);

/** The promise that lint refuses a certificate, and names this rule and this clause. */
export function refuses(
  title: string,
  rule: string,
  clause: string,
  prepared: () => PreparedCertificate,
): void {
  const message = expect.stringMatching(new RegExp(`\\(${rule}; .*${clause}`));
  test(`${title}: ${rule}`, () => {
    const certificate = prepared();
    expect(() => lintCertificate(certificate)).toThrow(
      expect.objectContaining({ code: "certificate_lint_failed", message }),
    );
  });
}
