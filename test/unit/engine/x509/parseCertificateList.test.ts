import { utcTime } from "../../../../engine/asn1/derTime.js";
import {
  bitString,
  boolean,
  explicit,
  implicit,
  integer,
  sequence,
} from "../../../../engine/asn1/derWriter.js";
import { oids } from "../../../../engine/asn1/oids.js";
import { DEFAULT_CERTIFICATE_LIST_LIMITS } from "../../../../engine/x509/crlLimits.js";
import { extension } from "../../../../engine/x509/extensions.js";
import { findRevoked } from "../../../../engine/x509/findRevoked.js";
import { issueCertificateList } from "../../../../engine/x509/issueCertificateList.js";
import { parseCertificateList } from "../../../../engine/x509/parseCertificateList.js";
import { ecdsaP256Sha256 } from "../../../../engine/x509/signatureAlgorithm.js";
import { statusOnLists } from "../../../../engine/x509/statusOnLists.js";
import { verifyCertificateList } from "../../../../engine/x509/verifyCertificateList.js";
import { fromHex } from "../asn1/hex.js";
import { now, organization } from "./hierarchy.js";
import {
  DAY,
  listProfile,
  listRequest,
  newDesk,
  revokedCertificates,
  secondsAfter,
} from "./revocationDesk.js";
import { desk, entry, strangersList } from "./strangersList.js";

const { root, authority, other, responder } = desk;
const der = await issueCertificateList(
  listProfile,
  listRequest(root, {
    revoked: [
      ...revokedCertificates(20),
      { serialNumber: authority.certificate.serialNumber, revocationDate: secondsAfter(now, -60) },
    ],
  }),
  root.sign,
);
const list = parseCertificateList(der);

const malformed = (pattern: RegExp) =>
  expect.objectContaining({ code: "asn1_malformed", message: expect.stringMatching(pattern) });
const invalid = (pattern: RegExp) =>
  expect.objectContaining({ code: "revocation_invalid", message: expect.stringMatching(pattern) });

describe("a list is refused that", () => {
  test("has more bytes or entries than the caller allows, and the limit is named", () => {
    expect(() =>
      parseCertificateList(der, { ...DEFAULT_CERTIFICATE_LIST_LIMITS, maxBytes: der.length - 1 }),
    ).toThrow(malformed(/maxBytes/));
    expect(() => parseCertificateList(der, { ...DEFAULT_CERTIFICATE_LIST_LIMITS, maxEntries: 20 })).toThrow(
      malformed(/20 entries of maxEntries/),
    );
    const exactly = { maxBytes: der.length, maxEntries: 21 };
    expect(parseCertificateList(der, exactly).entryCount).toBe(21);
  });

  test.each([
    ["nothing", ""],
    ["a serial number of no octets", "3000"],
    ["no date", "3003020105"],
    [
      "a serial number that is not in its shortest form",
      "30130202000 5170d3236303330343036353232315a".replace(" ", ""),
    ],
    ["empty extensions", "3012020105170d3236303330343036353232315a3000"],
    ["something behind its extensions", "3014020105170d3236303330343036353232315a30000500"],
  ])("has an entry with %s", (_what, hex) => {
    const entries = hex === "" ? [fromHex("0500")] : [fromHex(hex)];
    expect(() => parseCertificateList(strangersList(entries, []))).toThrow(malformed(/byte \d+/));
  });

  test("has an extension twice", () => {
    const number = extension(oids.cRLNumber, false, integer(1));
    expect(() => parseCertificateList(strangersList([], [number, number]))).toThrow(malformed(/twice/));
  });
});

describe("a list cannot be relied on", () => {
  test("before thisUpdate and after nextUpdate, but for five minutes of two clocks", () => {
    const verify = (at: Date, tolerance?: number) => () =>
      verifyCertificateList(list, root.certificate, at, tolerance);
    expect(verify(secondsAfter(now, -299))).not.toThrow();
    expect(verify(secondsAfter(now, -301))).toThrow(invalid(/begins later, at 2026-03-04T05:06:07/));
    expect(verify(secondsAfter(now, DAY + 299))).not.toThrow();
    expect(verify(secondsAfter(now, DAY + 301))).toThrow(invalid(/replaced by 2026-03-05/));
    expect(verify(secondsAfter(now, -2), 0)).toThrow(invalid(/begins later/));
  });

  test("without nextUpdate, which RFC 5280 5.1.2.5 wants, but at the moment when it was made", () => {
    const { subject: issuer } = root.certificate;
    const tbs = sequence(integer(1), ecdsaP256Sha256.identifier, issuer, utcTime(now));
    const signature = bitString(root.sign(tbs));
    const endless = parseCertificateList(sequence(tbs, ecdsaP256Sha256.identifier, signature));
    const verify = (at: Date) => () => verifyCertificateList(endless, root.certificate, at);
    expect(endless.nextUpdate).toBeNull();
    expect(verify(secondsAfter(now, 299))).not.toThrow();
    expect(verify(secondsAfter(now, 301))).toThrow(invalid(/replaced by 2026-03-04/));
  });

  test("when another authority is held to have signed it, by name or by key", async () => {
    expect(() => verifyCertificateList(list, authority.certificate, now)).toThrow(invalid(/another issuer/));
    const namesake = (await newDesk()).root;
    expect(() => verifyCertificateList(list, namesake.certificate, now)).toThrow(invalid(/another key/));
    const unidentified = { ...namesake.certificate, subjectKeyIdentifier: null };
    expect(() => verifyCertificateList(list, unidentified, now)).toThrow(invalid(/signature that is not/));
  });

  test("when its signer's certificate is not for signing lists", () => {
    const theirs = parseCertificateList(strangersList([], [], responder));
    expect(() => verifyCertificateList(theirs, responder.certificate, now)).toThrow(
      invalid(/not for signing lists/),
    );
  });

  test("when one bit of what was signed is another", () => {
    const flipped = Uint8Array.from(der);
    const at = Buffer.from(der).indexOf(authority.certificate.serialNumber);
    flipped[at + 3]! ^= 1;
    expect(() => verifyCertificateList(parseCertificateList(flipped), root.certificate, now)).toThrow(
      invalid(/signature/),
    );
  });

  test.each([
    ["a critical extension", strangersList([], [extension("1.2.3.4", true, integer(1))])],
    [
      "a critical extension of an entry",
      strangersList([entry(integer(5), extension("1.2.3.4", true, integer(1)))], []),
    ],
  ])("when it has %s that is not understood, which is named", (_what, bytes) => {
    const theirs = parseCertificateList(bytes);
    expect(() => verifyCertificateList(theirs, root.certificate, now)).toThrow(
      invalid(/critical extension 1\.2\.3\.4/),
    );
  });

  test("when it names other issuers in its entries and is not indirect", () => {
    const names = explicit(4, organization("Else"));
    const bytes = strangersList(
      [entry(integer(5), extension(oids.certificateIssuer, true, sequence(names)))],
      [],
    );
    expect(() => verifyCertificateList(parseCertificateList(bytes), root.certificate, now)).toThrow(
      invalid(/2\.5\.29\.29/),
    );
  });

  test("when it has only the changes since another", () => {
    const delta = extension(oids.deltaCRLIndicator, true, integer(1));
    expect(() =>
      verifyCertificateList(parseCertificateList(strangersList([], [delta])), root.certificate, now),
    ).toThrow(invalid(/changes since another/));
  });
});

describe("of a certificate, lists say that it is", () => {
  const on = (bytes: Uint8Array) => [{ list: parseCertificateList(bytes), issuer: root.certificate }];
  test("revoked, when one has it", () => {
    const found = statusOnLists(authority.certificate, on(der), now);
    expect(found).toMatchObject({ status: "revoked", revocation: { reason: null } });
  });
  test("good, when one for all reasons does not have it", () => {
    expect(statusOnLists(other.certificate, on(der), now).status).toBe("good");
  });
  test("unknown without any, and when none can be relied on, each with its reason", () => {
    expect(statusOnLists(other.certificate, [], now)).toEqual({ status: "unknown", refusals: [] });
    expect(statusOnLists(other.certificate, on(der), secondsAfter(now, 9 * DAY))).toEqual({
      status: "unknown",
      refusals: [expect.stringContaining("was to be replaced")],
    });
  });
  test("unknown, when the list is for another distribution point, other reasons or other certificates", () => {
    const point = (...parts: Uint8Array[]) =>
      on(strangersList([], [extension(oids.issuingDistributionPoint, true, sequence(...parts))]));
    const elsewhere = explicit(0, explicit(0, fromHex("8601 61")));
    const says = (lists: ReturnType<typeof on>) => statusOnLists(other.certificate, lists, now);
    expect(says(point(elsewhere))).toMatchObject({ refusals: [expect.stringMatching(/does not speak of/)] });
    expect(says(point(implicit(1, boolean(true))))).toMatchObject({
      refusals: [expect.stringMatching(/does not speak/)],
    });
    expect(says(point(fromHex("83020640")))).toMatchObject({
      refusals: [expect.stringMatching(/not cover every reason/)],
    });
    expect(says(point(implicit(2, boolean(true)))).status).toBe("good");
  });
});

test("an entry of an indirect list is for the issuer that the entry, or the last one before it, names", () => {
  const indirect = extension(oids.issuingDistributionPoint, true, sequence(implicit(4, boolean(true))));
  const named = extension(oids.certificateIssuer, true, sequence(explicit(4, organization("Else"))));
  const bytes = strangersList([entry(integer(5)), entry(integer(6), named), entry(integer(7))], [indirect]);
  const theirs = parseCertificateList(bytes);
  const has = (issuer: Uint8Array) =>
    [5, 6, 7].map((number) => findRevoked(theirs, { serialNumber: Uint8Array.of(number), issuer }) !== null);
  expect(has(root.certificate.subject)).toEqual([true, false, false]);
  expect(has(organization("Else"))).toEqual([false, true, true]);
});
