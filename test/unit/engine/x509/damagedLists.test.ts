import fc from "fast-check";
import { integer, octetString } from "../../../../engine/asn1/derWriter.js";
import { oids } from "../../../../engine/asn1/oids.js";
import { EngineError } from "../../../../engine/error.js";
import { extension } from "../../../../engine/x509/extensions.js";
import { findRevoked } from "../../../../engine/x509/findRevoked.js";
import { issueCertificateList } from "../../../../engine/x509/issueCertificateList.js";
import { parseCertificateList } from "../../../../engine/x509/parseCertificateList.js";
import { statusOnLists } from "../../../../engine/x509/statusOnLists.js";
import { verifyCertificateList } from "../../../../engine/x509/verifyCertificateList.js";
import { damaged, seededRandom } from "../../../support/seededRandom.js";
import { now } from "./hierarchy.js";
import { listProfile, listRequest, revokedCertificates } from "./revocationDesk.js";
import { desk, entry, strangersList } from "./strangersList.js";

const { root, authority } = desk;
const der = await issueCertificateList(
  listProfile,
  listRequest(root, { revoked: revokedCertificates(20) }),
  root.sign,
);

describe("whatever a stranger sends is read or refused with an EngineError, and nothing else:", () => {
  const read = (bytes: Uint8Array): boolean => {
    try {
      const theirs = parseCertificateList(bytes);
      findRevoked(theirs, authority.certificate);
      statusOnLists(authority.certificate, [{ list: theirs, issuer: root.certificate }], now);
      return true;
    } catch (error) {
      if (error instanceof EngineError) return false;
      throw error;
    }
  };

  test("2,000 damaged lists", () => {
    const random = seededRandom(11);
    let refused = 0;
    for (let count = 0; count < 2000; count++) if (!read(damaged(der, random))) refused += 1;
    expect(refused).toBeGreaterThan(500);
  });

  test("any bytes, alone and as entries or extensions of a list", () => {
    const bytes = fc.uint8Array({ maxLength: 200 });
    fc.assert(
      fc.property(bytes, (octets) => {
        read(octets);
        read(strangersList([octets], []));
        read(strangersList([], [octets]));
        read(strangersList([entry(integer(5), extension(oids.reasonCode, false, octetString(octets)))], []));
        read(strangersList([], [extension(oids.issuingDistributionPoint, true, octets)]));
      }),
      { numRuns: 200, seed: 12 },
    );
  });

  test("a list with one bit changed anywhere is never taken for good", () => {
    fc.assert(
      fc.property(fc.nat(der.length - 1), fc.nat(7), (at, bit) => {
        const bytes = Uint8Array.from(der);
        bytes[at]! ^= 1 << bit;
        try {
          verifyCertificateList(parseCertificateList(bytes), root.certificate, now);
        } catch (error) {
          expect(error).toBeInstanceOf(EngineError);
          return;
        }
        throw new Error(`bit ${bit} of byte ${at} does not count`);
      }),
      { numRuns: 500, seed: 13 },
    );
  });
});
