import { generateKeyPairSync, randomBytes, sign as signMessage } from "node:crypto";
import { sign } from "../../../../../engine/pades/sign.js";
import type { PdfReport } from "../../../../../engine/validation/pdfReport.js";
import { validatePdf } from "../../../../../engine/validation/validatePdf.js";
import { authorityRevocationList } from "../../../../../engine/x509/crlProfile.js";
import { issueCertificate } from "../../../../../engine/x509/issue.js";
import { issueCertificateList } from "../../../../../engine/x509/issueCertificateList.js";
import { clientName } from "../../../../../engine/x509/name.js";
import { clientCertificate } from "../../../../../engine/x509/profiles.js";
import { newAuthorities } from "../../../../support/authorities.js";
import { type ServiceAuthorities, startServiceAuthorities } from "../../../../support/sealedDocument.js";
import { contract } from "./contract.js";
import { Signed } from "./signedSample.js";

const HOUR = 3_600_000;

let signed: Signed;
let service: ServiceAuthorities;
beforeAll(async () => {
  signed = await Signed.open();
  service = await startServiceAuthorities(48 * 3600);
});
afterAll(() => service.stop());

/** What a report says of the signer's certificate. */
const onSigner = ({ signatures: [signature] }: PdfReport) => ({
  why: signature!.subIndication,
  status: signature!.path[0]?.status,
  revokedAt: signature!.path[0]?.revokedAt ?? null,
  isProven: signature!.provenTime !== null,
});
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR);

describe("a one-time certificate that has ended", () => {
  test("is expired where nothing proves an earlier time", async () => {
    const report = signed.validate(await signed.sign(contract, "B-B"), { time: inHours(3) });
    expect(onSigner(report)).toMatchObject({
      why: "OUT_OF_BOUNDS_NOT_REVOKED",
      status: "EXPIRED",
      isProven: false,
    });
  });

  test("was valid where a time-stamp proves one", async () => {
    const report = signed.validate(await signed.sign(contract, "B-T"), { time: inHours(3) });
    expect(onSigner(report)).toMatchObject({ why: null, status: "VALID", isProven: true });
  });

  test("is expired again where nobody trusts the time-stamp's unit", async () => {
    const { timestamp } = await newAuthorities();
    const signer = await signed.authorities.oneTimeSigner();
    const pdf = await sign(contract, { ...signer, timestamp, level: "B-T", signingDate: new Date() });
    const report = signed.validate(pdf, { time: inHours(3) });
    expect(onSigner(report)).toMatchObject({ status: "EXPIRED", isProven: false });
    expect(report.signatures[0]!.findings.map(({ code }) => code)).toContain("timestamp_unproven");
    expect(report.signatures[0]!.timestamps).toMatchObject([
      { indication: "INDETERMINATE", subIndication: "NO_CERTIFICATE_CHAIN_FOUND" },
    ]);
  });
});

test("a certificate that had not begun was not valid yet, and no further proof could change that", async () => {
  const report = signed.validate(await signed.sign(contract, "B-B"), { time: inHours(-24) });
  expect(report.indication).toBe("TOTAL_FAILED");
  expect(onSigner(report)).toMatchObject({ why: "NOT_YET_VALID", status: "NOT_YET_VALID" });
});

test("without revocation data the status is unknown, and with an authority nobody trusts as well", async () => {
  const pdf = await signed.sign(contract, "B-B", { signer: await signed.authorities.longLivedSigner() });
  expect(onSigner(signed.validate(pdf, { known: {} }))).toMatchObject({
    why: "CERTIFICATE_CHAIN_GENERAL_FAILURE",
    status: "UNKNOWN",
  });
  expect(onSigner(signed.validate(pdf, { trustAnchors: [] }))).toMatchObject({
    why: "NO_CERTIFICATE_CHAIN_FOUND",
    status: "UNKNOWN",
  });
});

describe("a certificate that was revoked", () => {
  /** What is said of the service's seal, revoked so many hours before or after it signed, with or without a time-stamp. */
  async function judged(hours: number, level: "B-B" | "B-T") {
    const { root, seal } = service.hierarchy;
    const options = {
      certificates: service.seal.certificates,
      sign: service.seal.sign,
      signingDate: new Date(),
    };
    const timestamp = (digest: Uint8Array) => service.unit.timestamp(digest);
    const pdf = await sign(contract, level === "B-B" ? options : { ...options, level, timestamp });
    const revocationDate = new Date(Date.now() + hours * HOUR);
    const crl = await issueCertificateList(
      authorityRevocationList(),
      {
        issuer: root,
        number: 99,
        thisUpdate: inHours(2),
        nextUpdate: inHours(50),
        revoked: [{ serialNumber: seal.serialNumber, revocationDate, reason: "keyCompromise" }],
      },
      service.keys.root,
    );
    const report = validatePdf(pdf, { trustAnchors: [root.der], known: { crls: [crl] }, time: inHours(3) });
    return {
      ...onSigner(report),
      indication: report.indication,
      revokedAt: onSigner(report).revokedAt?.getTime(),
    };
  }
  const second = (hours: number) => Math.floor((Date.now() + hours * HOUR) / 1000) * 1000;

  test("before it signed does not pass, and the report has the date", async () => {
    const verdict = await judged(-1, "B-T");
    expect(verdict).toMatchObject({ indication: "INDETERMINATE", why: "REVOKED_NO_POE", status: "REVOKED" });
    expect(Math.abs(verdict.revokedAt! - second(-1))).toBeLessThan(10_000);
  });

  test("after it signed does not pass either, where nothing proves when that was", async () => {
    expect(await judged(1, "B-B")).toMatchObject({ why: "REVOKED_NO_POE", status: "REVOKED" });
  });

  test("after it signed passes, where a time-stamp proves that it had signed by then", async () => {
    expect(await judged(1, "B-T")).toMatchObject({ indication: "TOTAL_PASSED", status: "VALID" });
  });
});

test("roots of a test make the signature bind nobody, whatever else is good", async () => {
  const [root = new Uint8Array()] = signed.authorities.roots;
  const report = signed.validate(await signed.sign(contract, "B-LT"), {
    trustAnchors: [],
    testAnchors: [root],
  });
  expect(report).toMatchObject({ indication: "INDETERMINATE", subIndication: "CHAIN_CONSTRAINTS_FAILURE" });
  expect(report.signatures[0]!.intact).toBe(true);
});

test("a certificate of a program that connects, by an authority that is trusted, is not for signing", async () => {
  const { root } = service.hierarchy;
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const request = {
    subject: clientName({ organization: "Acme", userId: "key_1", commonName: "Ada Lovelace" }),
    subjectPublicKeyInfo: publicKey.export({ format: "der", type: "spki" }),
    serialNumber: randomBytes(16),
    ...{ notBefore: inHours(-1), notAfter: inHours(24), issuer: root },
  };
  const signing = (message: Uint8Array) => signMessage("sha256", message, privateKey);
  const client = await issueCertificate(clientCertificate, request, service.keys.root);
  const pdf = await sign(contract, { certificates: [client], sign: signing, signingDate: new Date() });
  const report = validatePdf(pdf, { trustAnchors: [root.der], time: new Date() });
  expect(report.indication).toBe("INDETERMINATE");
  expect(report.signatures[0]!.findings.map(({ code }) => code)).toContain("certificate_unfit");
});
