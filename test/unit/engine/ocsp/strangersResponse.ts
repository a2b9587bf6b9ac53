import { oid } from "../../../../engine/asn1/derObjectIdentifier.js";
import { generalizedTime } from "../../../../engine/asn1/derTime.js";
import {
  bitString,
  enumerated,
  explicit,
  implicit,
  nullValue,
  octetString,
  sequence,
} from "../../../../engine/asn1/derWriter.js";
import { oids } from "../../../../engine/asn1/oids.js";
import { encodeCertId } from "../../../../engine/ocsp/certId.js";
import { ecdsaP256Sha256 } from "../../../../engine/x509/signatureAlgorithm.js";
import { now } from "../x509/hierarchy.js";
import type { SigningHolder } from "../x509/revocationDesk.js";
import { desk } from "./desk.js";

const { root, authority } = desk;

/** A response as a stranger may have made it. */
export function strangersResponse(
  input: {
    readonly signer?: SigningHolder;
    readonly byName?: boolean;
    readonly certificates?: readonly Uint8Array[];
    readonly single?: Uint8Array;
    readonly extensions?: Uint8Array;
  } = {},
): Uint8Array {
  const { signer = root } = input;
  const id = explicit(1, signer.certificate.subject);
  const certId = encodeCertId(authority.certificate, root.certificate, "sha1");
  const single = input.single ?? sequence(certId, implicit(0, nullValue()), generalizedTime(now));
  const tbs = sequence(
    id,
    generalizedTime(now),
    sequence(single),
    ...(input.extensions ? [explicit(1, sequence(input.extensions))] : []),
  );
  const certificates = input.certificates ?? [signer.certificate.der];
  const basic = sequence(
    tbs,
    ecdsaP256Sha256.identifier,
    bitString(signer.sign(tbs)),
    ...(certificates.length === 0 ? [] : [explicit(0, sequence(...certificates))]),
  );
  return sequence(enumerated(0), explicit(0, sequence(oid(oids.ocspBasic), octetString(basic))));
}
