import { integer } from "../asn1/derWriter.js";
import { oids } from "../asn1/oids.js";
import { signedDataSize } from "../cms/signedDataSize.js";
import { signatureAlgorithmFor } from "../x509/algorithmForKey.js";
import { type DigestName, digestAlgorithms } from "../x509/digestAlgorithm.js";
import { subjectPublicKeyInfoOf } from "../x509/parseCertificate.js";
import type { SignatureAlgorithm } from "../x509/signatureAlgorithm.js";
import { encodeMessageImprint } from "./messageImprint.js";
import { encodeTstInfo } from "./tstInfo.js";

const longest = (bytes: number): Uint8Array => new Uint8Array(bytes).fill(0x7f);

/** The longest object identifier that is written or read, beside which every policy is short. */
const LONGEST_POLICY = `1.2.${"127.".repeat(126)}127`;

/**
 * How long a token of our own unit can become, for reserving /Contents: every field at its
 * longest, nonce and serial number included.
 * @param unit certificate DER and its issuers' certificates DER, as `answerTimestampRequest` is given them; with its
 *   policy, too, the bound is about a hundred bytes closer
 * @param unit.digestAlgorithm what it stamps; SHA-256 when absent
 * @param unit.algorithm as `answerTimestampRequest` is given it
 * @returns bytes of DER
 */
export function timestampTokenSize(unit: {
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
  readonly policy?: string;
  readonly digestAlgorithm?: DigestName;
  readonly algorithm?: SignatureAlgorithm;
}): number {
  const digest = digestAlgorithms[unit.digestAlgorithm ?? "sha256"];
  const content = encodeTstInfo({
    policy: unit.policy ?? LONGEST_POLICY,
    messageImprint: encodeMessageImprint(digest, longest(digest.length)),
    serialNumber: longest(21),
    genTime: new Date("9999-12-31T23:59:59.999Z"),
    accuracySeconds: 999_999.999,
    nonce: integer(longest(65)),
  });
  return signedDataSize({
    certificates: [unit.certificate, ...unit.chain],
    encapsulated: { contentType: oids.tstInfo, content },
    algorithm: unit.algorithm ?? signatureAlgorithmFor(subjectPublicKeyInfoOf(unit.certificate)),
  });
}
