import { fromBER } from "asn1js";
import { CertificateRevocationList, Certificate as PkijsCertificate } from "pkijs";
import { prepareCertificateList } from "../../../../engine/x509/certificateList.js";
import {
  authorityRevocationList,
  endEntityRevocationList,
  NO_FURTHER_UPDATE,
} from "../../../../engine/x509/crlProfile.js";
import { findRevoked } from "../../../../engine/x509/findRevoked.js";
import { issueCertificateList } from "../../../../engine/x509/issueCertificateList.js";
import { lintCertificateList } from "../../../../engine/x509/lintCertificateList.js";
import { parseCertificateList } from "../../../../engine/x509/parseCertificateList.js";
import { verifyCertificateList } from "../../../../engine/x509/verifyCertificateList.js";
import { describeWith } from "../../../support/judges.js";
import { quickestRun } from "../../../support/processorTime.js";
import { hex } from "../asn1/hex.js";
import { now } from "./hierarchy.js";
import { pem } from "./opensslDirectory.js";
import { opensslWords } from "./opensslWords.js";
import {
  DAY,
  type KeyKind,
  listProfile,
  listRequest,
  newDesk,
  revokedCertificates,
  secondsAfter,
} from "./revocationDesk.js";

const { root, authority, other } = await newDesk();
const attime = Math.floor(now.getTime() / 1000).toString();
const revokedAuthority = {
  serialNumber: authority.certificate.serialNumber,
  revocationDate: secondsAfter(now, -3600),
  reason: "cACompromise" as const,
  invalidityDate: secondsAfter(now, -DAY),
};

const issue = (changes = {}, profile = listProfile) =>
  issueCertificateList(profile, listRequest(root, changes), root.sign);

describeWith(["openssl"], "openssl", () => {
  const kinds: KeyKind[] = ["P-256", "P-384", "P-521", "RSA-2048", "Ed25519"];
  test.each(kinds)("verifies a list of an authority with a key %s", async (kind) => {
    const desk = await newDesk(kind);
    const list = await issueCertificateList(
      listProfile,
      listRequest(desk.root, { revoked: revokedCertificates(5) }),
      desk.root.sign,
    );
    const { text } = await opensslWords({ "list.crl": list, "root.pem": pem(desk.root.certificate.der) }, [
      ...["crl", "-inform", "DER", "-in", "list.crl", "-noout", "-CAfile", "root.pem"],
    ]);
    expect(text).toBe("verify OK\n");
  });

  const check = async (list: Uint8Array, certificate: Uint8Array) =>
    opensslWords({ "list.crl": list, "root.pem": pem(root.certificate.der), "one.pem": pem(certificate) }, [
      ...["verify", "-x509_strict", "-crl_check", "-attime", attime, "-CRLfile", "list.crl"],
      ...["-CAfile", "root.pem", "one.pem"],
    ]);

  test("finds the revoked authority revoked and the other one good", async () => {
    const list = await issue({ revoked: [revokedAuthority] });
    const revoked = await check(list, authority.certificate.der);
    expect([revoked.passed, revoked.text]).toEqual([false, expect.stringContaining("certificate revoked")]);
    expect(await check(list, other.certificate.der)).toMatchObject({ passed: true });
  });

  test("finds it on a list for a distribution point, which is critical", async () => {
    const profile = { ...endEntityRevocationList({ distributionPoint: "http://crl.example/root.crl" }) };
    const revoked = await check(
      await issue({ revoked: [revokedAuthority] }, profile),
      authority.certificate.der,
    );
    expect([revoked.passed, revoked.text]).toEqual([false, expect.stringContaining("certificate revoked")]);
    const authorities = { ...profile, covers: "authorities" as const };
    expect(await check(await issue({}, authorities), other.certificate.der)).toMatchObject({ passed: true });
    const endEntities = { ...profile, covers: "endEntities" as const };
    const elsewhere = await check(await issue({}, endEntities), other.certificate.der);
    expect([elsewhere.passed, elsewhere.text]).toEqual([false, expect.stringContaining("scope")]);
  });

  test("prints every field as it was asked for", async () => {
    const list = await issue(
      { revoked: [revokedAuthority], number: 0x1234n },
      authorityRevocationList({ expiredCertificatesSince: root.certificate.notBefore }),
    );
    const { text } = await opensslWords({ "list.crl": list }, [
      ...["crl", "-inform", "DER", "-in", "list.crl", "-noout", "-text"],
    ]);
    expect(text).toContain("Version 2 (0x1)");
    expect(text).toContain("Last Update: Mar  4 05:06:07 2026 GMT");
    expect(text).toContain("Next Update: Mar  5 05:06:07 2026 GMT");
    expect(text).toMatch(/CRL Number: \n\s+4660/);
    expect(text).toContain(
      `Serial Number: ${hex(authority.certificate.serialNumber).toUpperCase().replace(/^00/, "")}`,
    );
    expect(text).toContain("Revocation Date: Mar  4 04:06:07 2026 GMT");
    expect(text).toMatch(/CRL Reason Code: \n\s+CA Compromise/);
    expect(text).toMatch(/Invalidity Date: \n\s+Mar {2}3 05:06:07 2026 GMT/);
    expect(text).toContain("2.5.29.60");
  });
});

test("pkijs reads a list and verifies it with the authority's certificate", async () => {
  const der = await issue({ revoked: revokedCertificates(4) });
  const list = new CertificateRevocationList({ schema: fromBER(der).result });
  expect(
    list.revokedCertificates?.map((entry) =>
      hex(new Uint8Array(entry.userCertificate.valueBlock.valueHexView)),
    ),
  ).toEqual([...revokedCertificates(4)].map((entry) => hex(entry.serialNumber)));
  const issuerCertificate = new PkijsCertificate({ schema: fromBER(root.certificate.der).result });
  expect(await list.verify({ issuerCertificate })).toBe(true);
});

test("a list without entries has no revokedCertificates, and is read and verified", async () => {
  const der = await issue();
  const list = parseCertificateList(der);
  expect([list.entryCount, list.entriesEnd, der.length < 400]).toEqual([0, 0, true]);
  expect(() => verifyCertificateList(list, root.certificate, now)).not.toThrow();
  expect(findRevoked(list, authority.certificate)).toBeNull();
});

test("the last list of an authority says that no other follows", async () => {
  const list = parseCertificateList(await issue({ nextUpdate: NO_FURTHER_UPDATE }));
  expect(list.nextUpdate).toEqual(NO_FURTHER_UPDATE);
  expect(() => verifyCertificateList(list, root.certificate, secondsAfter(now, 20_000 * DAY))).not.toThrow();
});

test("what is written is what is read: number, times, reason, invalidity date, and since when expired ones are kept", async () => {
  const since = root.certificate.notBefore;
  const profile = authorityRevocationList({ expiredCertificatesSince: since });
  const list = parseCertificateList(await issue({ revoked: [revokedAuthority] }, profile));
  expect(hex(list.number!)).toBe("29");
  expect(list.thisUpdate).toEqual(new Date("2026-03-04T05:06:07Z"));
  expect(list.nextUpdate).toEqual(new Date("2026-03-05T05:06:07Z"));
  expect(list.expiredCertificatesSince).toEqual(since);
  expect(findRevoked(list, authority.certificate)).toEqual({
    revocationDate: new Date("2026-03-04T04:06:07Z"),
    reason: "cACompromise",
    invalidityDate: new Date("2026-03-03T05:06:07Z"),
  });
  expect(findRevoked(list, other.certificate)).toBeNull();
});

describe("a list of 100,000 entries", () => {
  const COUNT = 100_000;
  test("is made from an iterator, has each of them once, and none that was not given", async () => {
    const list = parseCertificateList(await issue({ revoked: revokedCertificates(COUNT) }));
    expect(list.entryCount).toBe(COUNT);
    const some = [...revokedCertificates(COUNT)].filter((_entry, index) => index % 9_973 === 0);
    for (const entry of some) {
      const reference = { serialNumber: entry.serialNumber, issuer: root.certificate.subject };
      expect(findRevoked(list, reference)?.reason ?? null).toBe(entry.reason ?? null);
      const absent = Uint8Array.from(entry.serialNumber).fill(0x5b, 0, 1);
      expect(findRevoked(list, { ...reference, serialNumber: absent })).toBeNull();
    }
  });

  // A tenth of a second and four milliseconds on a machine with nothing else to do.
  test("takes seconds at most to make, and a fraction of one to search, however busy the machine", async () => {
    const revoked = [...revokedCertificates(COUNT)];
    const make = () =>
      lintCertificateList(prepareCertificateList(listProfile, listRequest(root, { revoked })));
    expect(quickestRun(4000, make)).toBeLessThan(4000);
    const list = parseCertificateList(await issue({ revoked }));
    expect(quickestRun(400, () => findRevoked(list, authority.certificate))).toBeLessThan(400);
  });

  test("takes a few times its own size in memory to make", () => {
    const revoked = () => revokedCertificates(COUNT);
    const before = process.memoryUsage().arrayBuffers;
    const { tbs } = lintCertificateList(
      prepareCertificateList(listProfile, listRequest(root, { revoked: revoked() })),
    );
    const grown = process.memoryUsage().arrayBuffers - before;
    expect(tbs.length).toBeGreaterThan(4_000_000);
    expect(grown).toBeLessThan(10 * tbs.length);
  });
});

test("a signature of another key never leaves: signature_invalid", async () => {
  await expect(issueCertificateList(listProfile, listRequest(root), other.sign)).rejects.toMatchObject({
    code: "signature_invalid",
  });
});
