import { oid } from "../../../../engine/asn1/derObjectIdentifier.js";
import { generalizedTime } from "../../../../engine/asn1/derTime.js";
import {
  boolean,
  explicit,
  implicit,
  integer,
  octetString,
  sequence,
} from "../../../../engine/asn1/derWriter.js";
import { oids } from "../../../../engine/asn1/oids.js";
import { decodeTstInfo, encodeTstInfo } from "../../../../engine/tsp/tstInfo.js";
import { extension } from "../../../../engine/x509/extensions.js";
import { content, sha256, stampPolicy } from "../cms/signatures.js";
import { now } from "../x509/hierarchy.js";

const nonce = Uint8Array.of(1, 2, 3);
const imprint = sequence(sequence(oid(oids.sha256)), octetString(sha256(content)));

describe("a TSTInfo", () => {
  test("with every optional field is read", () => {
    const full = sequence(
      ...[integer(1), oid(stampPolicy), imprint, integer(5), generalizedTime(now, true)],
      sequence(integer(2), implicit(0, integer(30)), implicit(1, integer(4))),
      ...[
        boolean(true),
        integer(nonce),
        explicit(0, explicit(4, sequence())),
        explicit(1, extension("1.2.3", false, content)),
      ],
    );
    expect(decodeTstInfo(full)).toMatchObject({
      policy: stampPolicy,
      genTime: now,
      accuracySeconds: 2.030004,
      unknownCritical: null,
    });
  });

  test("with a critical extension tells which, as none is understood", () => {
    const base = [integer(1), oid(stampPolicy), imprint, integer(5), generalizedTime(now, true)];
    const extensions = [extension("1.2.3", false, content), extension("1.2.4", true, content)];
    const withExtensions = sequence(...base, explicit(1, ...extensions));
    expect(decodeTstInfo(withExtensions).unknownCritical).toBe("1.2.4");
    expect(decodeTstInfo(sequence(...base)).unknownCritical).toBeNull();
  });

  test("says an accuracy of whole seconds and of parts of one, to the millisecond", () => {
    const accuracyOf = (accuracySeconds: number) => {
      const fields = {
        policy: stampPolicy,
        messageImprint: imprint,
        serialNumber: nonce,
        genTime: now,
        nonce: null,
      };
      return decodeTstInfo(encodeTstInfo({ ...fields, accuracySeconds })).accuracySeconds;
    };
    expect([1, 0.5, 1.25, 60].map(accuracyOf)).toEqual([1, 0.5, 1.25, 60]);
  });
});
