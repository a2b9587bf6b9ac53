import { DerReader } from "../../../../engine/asn1/derReader.js";
import { tag } from "../../../../engine/asn1/derTag.js";
import { generalizedTime, utcTime } from "../../../../engine/asn1/derTime.js";
import { enumerated, explicit, integer, octetString, sequence } from "../../../../engine/asn1/derWriter.js";
import { oids } from "../../../../engine/asn1/oids.js";
import {
  type CertificateListRequest,
  type PreparedCertificateList,
  prepareCertificateList,
} from "../../../../engine/x509/certificateList.js";
import {
  authorityRevocationList,
  type CertificateListProfile,
  endEntityRevocationList,
  NO_FURTHER_UPDATE,
} from "../../../../engine/x509/crlProfile.js";
import { extension } from "../../../../engine/x509/extensions.js";
import { lintCertificateList } from "../../../../engine/x509/lintCertificateList.js";
import { ecdsaP256Sha256, signatureSchemes } from "../../../../engine/x509/signatureAlgorithm.js";
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

const { root, authority, responder } = await newDesk();

const prepare = (
  changes: Partial<CertificateListRequest> = {},
  profile: CertificateListProfile = listProfile,
): PreparedCertificateList =>
  prepareCertificateList(profile, listRequest(root, { revoked: revokedCertificates(3), ...changes }));

const position = {
  version: 0,
  signature: 1,
  issuer: 2,
  thisUpdate: 3,
  nextUpdate: 4,
  revoked: 5,
  extensions: 6,
};

const elements = (bytes: Uint8Array, identifier: number): Uint8Array[] =>
  DerReader.inside(bytes, identifier, "list")
    .readAll("field", 16)
    .map(({ encoded }) => encoded);

/** A prepared list with one field written otherwise; without it when there is nothing in its place. */
function withField(name: keyof typeof position, encoded: Uint8Array | null, prepared = prepare()) {
  const fields = elements(prepared.tbs, tag.sequence);
  const tbs = sequence(...fields.toSpliced(position[name], 1, ...(encoded === null ? [] : [encoded])));
  return { ...prepared, tbs };
}

/** A prepared list with its extensions changed. */
function withExtensions(change: (list: Uint8Array[]) => Uint8Array[], prepared = prepare()) {
  const wrapper = elements(prepared.tbs, tag.sequence).at(-1)!;
  const list = elements(elements(wrapper, 0xa0)[0]!, tag.sequence);
  return withField("extensions", explicit(0, sequence(...change(list))), prepared);
}

/** A prepared list of one entry, made of these parts. */
const withEntry = (...parts: Uint8Array[]) => withField("revoked", sequence(sequence(...parts)));
const serial = integer(5);
const date = utcTime(secondsAfter(now, -60));
const entryExtension = (identifier: string, value: Uint8Array, critical = false) =>
  withEntry(serial, date, sequence(extension(identifier, critical, value)));

/** The promise that lint refuses a list, and names this rule and this clause. */
function refuses(title: string, rule: string, clause: string, prepared: () => PreparedCertificateList): void {
  const message = expect.stringMatching(new RegExp(`\\(${rule}; .*${clause}`));
  test(`${title}: ${rule}`, () => {
    const list = prepared();
    expect(() => lintCertificateList(list)).toThrow(
      expect.objectContaining({ code: "revocation_lint_failed", message }),
    );
  });
}

describe("lint passes", () => {
  const partition = endEntityRevocationList({ distributionPoint: "http://crl.example/a.crl" });
  test.each<[string, Partial<CertificateListRequest>, CertificateListProfile]>([
    ["a list of entries of each kind", {}, listProfile],
    ["a list without entries", { revoked: [] }, listProfile],
    ["a part of the authority's certificates", {}, { ...partition, covers: "endEntities" }],
    [
      "a list that keeps expired certificates",
      {},
      authorityRevocationList({ expiredCertificatesSince: now }),
    ],
    ["exactly ten days", { nextUpdate: secondsAfter(now, 10 * DAY) }, listProfile],
    ["the last list", { nextUpdate: NO_FURTHER_UPDATE }, listProfile],
    ["the number of 19 octets", { number: 2n ** 151n }, listProfile],
  ])("%s, and gives back the bytes that it read", (_title, changes, profile) => {
    const prepared = prepare(changes, profile);
    expect(Buffer.compare(lintCertificateList(prepared).tbs, prepared.tbs)).toBe(0);
  });
});

describe("lint refuses a list with", () => {
  refuses("version 1", "version", "5.1.2.1", () => withField("version", null));
  refuses("another algorithm inside", "signature_algorithm", "5.1.1.2", () => ({
    ...prepare(),
    algorithm: { ...signatureSchemes["ecdsa-sha384"], longestSignature: ecdsaP256Sha256.longestSignature },
  }));
  refuses("another issuer", "issuer_name", "5.1.2.3", () => withField("issuer", organization("Else")));
  refuses("an issuer that is no authority", "issuer_key_usage", "4.2.1.3", () => ({
    ...prepareCertificateList(listProfile, { ...listRequest(responder), revoked: [] }),
  }));
  refuses("no nextUpdate", "next_update_missing", "5.1.2.5", () => withField("nextUpdate", null));
  refuses("nextUpdate at thisUpdate", "update_order", "5.1.2.5", () => prepare({ nextUpdate: now }));
  refuses("a second more than ten days", "update_late", "endEntity", () =>
    prepare({ nextUpdate: secondsAfter(now, 10 * DAY + 1) }),
  );
  refuses("a thisUpdate before its authority", "update_outside_issuer", "5.1.2.4", () =>
    prepare({ revoked: [], thisUpdate: secondsAfter(now, -2 * DAY) }),
  );
  refuses("GeneralizedTime before 2050", "update_form", "5.1.2.4", () =>
    withField("thisUpdate", generalizedTime(now)),
  );
  refuses("bytes behind its end", "der", "X.690", () => {
    const prepared = prepare();
    return { ...prepared, tbs: Uint8Array.from([...prepared.tbs, 0]) };
  });
  refuses("a negative number", "crl_number", "5.2.3", () =>
    withExtensions((list) => list.with(1, extension(oids.cRLNumber, false, fromHex("0201ff")))),
  );
  refuses("a number of 21 octets", "crl_number", "5.2.3", () => prepare({ number: 2n ** 160n }));
  refuses("another authority's key identifier", "authority_key_identifier", "5.2.1", () => ({
    ...prepare(),
    issuer: { ...root.certificate, subjectKeyIdentifier: authority.certificate.subjectKeyIdentifier },
  }));
  refuses("no number", "extensions", "5.2", () => withExtensions((list) => list.toSpliced(1, 1)));
  refuses("an extension more", "extensions", "5.2", () =>
    withExtensions((list) => [...list, extension("1.2.3", false, integer(1))]),
  );
  refuses("an extension twice", "der", "X.690", () => withExtensions((list) => [...list, list[1]!]));
  refuses("a critical number", "extensions", "5.2", () =>
    withExtensions((list) => list.with(1, extension(oids.cRLNumber, true, integer(1)))),
  );
  refuses("a part of the certificates that it does not name", "distribution_point", "5.2.5", () =>
    prepare({}, { ...listProfile, covers: "authorities" }),
  );
  refuses("a distribution point that is no URL", "distribution_point", "5.2.5", () =>
    prepare({}, endEntityRevocationList({ distributionPoint: "crl" })),
  );
  refuses("another distribution point than its profile's", "distribution_point", "5.2.5", () => ({
    ...prepare({}, endEntityRevocationList({ distributionPoint: "http://a.example/1" })),
    profile: endEntityRevocationList({ distributionPoint: "http://a.example/2" }),
  }));
  refuses("expired certificates since another time", "expired_certificates", "EN 319 411-2", () => ({
    ...prepare({}, endEntityRevocationList({ expiredCertificatesSince: secondsAfter(now, -5) })),
    profile: endEntityRevocationList({ expiredCertificatesSince: now }),
  }));
});

describe("lint refuses an entry with", () => {
  refuses("nothing, in a list of none", "entries_empty", "5.1.2.6", () => withField("revoked", sequence()));
  refuses("serial number zero", "entry_serial_number", "4.1.2.2", () => withEntry(integer(0), date));
  refuses("a negative serial number", "entry_serial_number", "4.1.2.2", () =>
    withEntry(fromHex("0201ff"), date),
  );
  refuses("a serial number of 21 octets", "entry_serial_number", "4.1.2.2", () =>
    withEntry(fromHex(`0215${"7f".repeat(21)}`), date),
  );
  refuses("a serial number that is there already", "entry_twice", "5.1.2.6", () =>
    prepare({ revoked: [...revokedCertificates(3), ...revokedCertificates(2)] }),
  );
  refuses("a date after the list", "entry_date", "5.1.2.6", () =>
    withEntry(serial, utcTime(secondsAfter(now, 60))),
  );
  refuses("GeneralizedTime before 2050", "entry_date_form", "5.1.2.6", () =>
    withEntry(serial, generalizedTime(now)),
  );
  refuses("a date that is in no calendar", "der", "X.690", () =>
    withEntry(serial, fromHex("170d3236303233303036353232315a")),
  );
  refuses("an invalidity date after the list", "entry_invalidity_date", "5.3.2", () =>
    entryExtension(oids.invalidityDate, generalizedTime(secondsAfter(now, 60))),
  );
  for (const [name, number] of [
    ["unspecified", 0],
    ["certificateHold", 6],
    ["nothing", 7],
    ["removeFromCRL", 8],
  ] as const) {
    refuses(`the reason ${name}`, "entry_reason", "5.3.1", () =>
      entryExtension(oids.reasonCode, enumerated(number)),
    );
  }
  refuses("a critical reason", "entry_extension", "5.3", () =>
    entryExtension(oids.reasonCode, enumerated(1), true),
  );
  refuses("an extension that is not known", "entry_extension", "5.3", () =>
    entryExtension("1.2.3", octetString(serial)),
  );
});

test("what was linted is what gets signed, whoever still holds the bytes", () => {
  const prepared = prepare();
  const linted = lintCertificateList(prepared);
  const before = Uint8Array.from(linted.tbs);
  prepared.tbs.fill(0);
  expect(Buffer.compare(linted.tbs, before)).toBe(0);
});

test.each([
  ["21 octets", new Uint8Array(21).fill(0x7f)],
  ["20 octets and a sign octet", new Uint8Array(20).fill(0xff)],
])("a serial number to revoke of %s has no form: asn1_malformed", (_length, serialNumber) => {
  expect(() => prepare({ revoked: [{ serialNumber, revocationDate: now }] })).toThrow(
    expect.objectContaining({ code: "asn1_malformed", message: expect.stringMatching(/20 octets/) }),
  );
});
