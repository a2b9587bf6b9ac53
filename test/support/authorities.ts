import { generateKeyPairSync, type KeyObject, randomBytes, sign as signMessage } from "node:crypto";
import { answerOcspRequest } from "../../engine/ocsp/answer.js";
import { statusResponder } from "../../engine/ocsp/ocspProfile.js";
import type { RevocationFetcher, TimestampSource } from "../../engine/pades/validationDataSource.js";
import { answerTimestampRequest } from "../../engine/tsp/answer.js";
import { issueTimestampToken } from "../../engine/tsp/issueToken.js";
import { timestampClient } from "../../engine/tsp/timestampClient.js";
import { timestampTokenSize } from "../../engine/tsp/tokenSize.js";
import { authorityRevocationList, endEntityRevocationList } from "../../engine/x509/crlProfile.js";
import { issueCertificate } from "../../engine/x509/issue.js";
import { issueCertificateList } from "../../engine/x509/issueCertificateList.js";
import { authorityName, naturalPersonName } from "../../engine/x509/name.js";
import { p256SubjectPublicKeyInfo } from "../../engine/x509/p256PublicKey.js";
import { type Certificate, parseCertificate } from "../../engine/x509/parseCertificate.js";
import type { CertificateProfile } from "../../engine/x509/profile.js";
import {
  ocspResponder,
  oneTimeSigner,
  rootAuthority,
  signerAuthority,
  timestampUnit,
} from "../../engine/x509/profiles.js";

/** Somebody who signs: what sign() takes of them. */
export interface TestSignatory {
  /** DER: the signer's, then the signing authority's. */
  readonly certificates: readonly Uint8Array[];
  readonly sign: (message: Uint8Array) => Uint8Array;
  readonly privateKey: KeyObject;
  /** The key is in this process: what it made need not be verified. */
  readonly signatureVerified: true;
}

/** Authorities as a service has them, in memory: nothing is listened on, and what they publish is answered by functions. */
export interface Authorities {
  /** Trust anchors DER: the root. */
  readonly roots: readonly Uint8Array[];
  readonly rootPem: string;
  /** The revocation lists that are published, DER: the root's, then the signing authority's. */
  readonly crls: readonly Uint8Array[];
  /** What sign() and extend() take. */
  readonly timestamp: TimestampSource;
  /** The same unit, stamping what its own process signs: nothing is asked, answered or verified. */
  readonly issueTimestamp: TimestampSource;
  /** No token of `timestamp` is longer, in bytes. */
  readonly timestampTokenBytes: number;
  /** TimeStampReq DER in, TimeStampResp DER out. */
  readonly answerTimestampRequest: (request: Uint8Array) => Promise<Uint8Array>;
  readonly revocation: Required<RevocationFetcher>;
  /** The list that a certificate is on or not; null for one that needs none. */
  readonly crlFor: (certificate: Uint8Array) => Promise<Uint8Array | null>;
  /** A person with a key and a certificate of an hour, which is never revoked: no revocation data exist for it. */
  oneTimeSigner(name?: string): Promise<TestSignatory>;
  /** A person with a certificate of a year, whose status OCSP and the signing authority's list tell. */
  longLivedSigner(name?: string): Promise<TestSignatory>;
  /** Issues new revocation lists, as authorities do from time to time. */
  renewLists(): Promise<void>;
}

interface Holder {
  readonly certificate: Certificate;
  readonly privateKey: KeyObject;
  readonly sign: (message: Uint8Array) => Uint8Array;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const policy = "1.3.6.1.4.1.99999.1.1";

/**
 * @param now the clock of all of them; the machine's when absent
 * @param place where their certificates say that they publish
 * @param statusAgeSeconds for how long the OCSP responder has known what it answers, as one that reads revocation lists
 */
export async function newAuthorities(
  now: () => Date = () => new Date(),
  place = "http://pki.example",
  statusAgeSeconds = 0,
): Promise<Authorities> {
  const at = {
    rootCertificate: `${place}/root.cer`,
    signersCertificate: `${place}/signers.cer`,
    rootList: `${place}/root.crl`,
    signersList: `${place}/signers.crl`,
    ocsp: `${place}/ocsp`,
  };
  const after = (milliseconds: number) => new Date(now().getTime() + milliseconds);
  const issue = async (
    profile: CertificateProfile,
    subject: Uint8Array,
    issuer: Holder | null,
    lifetime: number,
  ): Promise<Holder> => {
    const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const sign = (message: Uint8Array) => signMessage("sha256", message, privateKey);
    const request = {
      subject,
      subjectPublicKeyInfo: p256SubjectPublicKeyInfo(publicKey.export({ format: "jwk" })),
      serialNumber: randomBytes(16),
      // Well before the first revocation lists, which could not speak of it otherwise.
      notBefore: after(-6 * HOUR),
      notAfter: after(lifetime),
      issuer: issuer?.certificate ?? null,
    };
    const certificate = await issueCertificate(profile, request, (issuer ?? { sign }).sign);
    return { certificate: parseCertificate(certificate), privateKey, sign };
  };
  const authority = (commonName: string) =>
    authorityName({
      country: "FR",
      organization: "Paraph tests",
      organizationIdentifier: "NTRFR-123456789",
      commonName,
    });
  const person = (commonName: string) => {
    const [givenName = commonName, ...rest] = commonName.split(" ");
    const surname = rest.join(" ") || givenName;
    return naturalPersonName({ country: "FR", commonName, givenName, surname, serialNumber: "PAR-0001" });
  };

  const published = { caIssuers: at.rootCertificate, crlDistributionPoint: at.rootList };
  const root = await issue(rootAuthority, authority("Test Root"), null, 3650 * DAY);
  const signers = await issue(signerAuthority(published), authority("Test Signers"), root, 3000 * DAY);
  const unit = await issue(
    timestampUnit({ ...published, policies: [policy] }),
    authority("Test Time-stamping Unit"),
    root,
    3000 * DAY,
  );
  const responder = await issue(ocspResponder(), authority("Test OCSP Responder"), signers, 300 * DAY);

  let listNumber = 0;
  const issueLists = async () => {
    listNumber += 1;
    const thisUpdate = after(listNumber === 1 ? -HOUR : 0);
    const request = { number: listNumber, thisUpdate, revoked: [] };
    const ofRoot = { ...request, issuer: root.certificate, nextUpdate: after(180 * DAY) };
    const ofSigners = { ...request, issuer: signers.certificate, nextUpdate: after(5 * DAY) };
    return {
      root: await issueCertificateList(authorityRevocationList(), ofRoot, root.sign),
      signers: await issueCertificateList(endEntityRevocationList(), ofSigners, signers.sign),
    };
  };
  let lists = await issueLists();

  const oneTimeProfile = oneTimeSigner({ policies: [policy], caIssuers: at.signersCertificate });
  const longLivedProfile: CertificateProfile = {
    ...oneTimeProfile,
    name: "longLivedSigner",
    maximumValiditySeconds: 366 * 86_400,
    validityAssuredShortTerm: false,
    noRevocationAvailable: false,
    crlDistributionPoint: at.signersList,
    ocsp: at.ocsp,
  };
  const signatory = async (profile: CertificateProfile, name: string, lifetime: number) => {
    const { certificate, privateKey, sign } = await issue(profile, person(name), signers, lifetime);
    return {
      certificates: [certificate.der, signers.certificate.der],
      privateKey,
      sign,
      signatureVerified: true as const,
    };
  };

  const unitNow = () => ({
    now: now(),
    serialNumber: randomBytes(16),
    accuracySeconds: 1,
    policy,
    certificate: unit.certificate.der,
    chain: [root.certificate.der],
    sign: unit.sign,
  });
  const answer = (requestDer: Uint8Array) => answerTimestampRequest({ ...unitNow(), requestDer });

  return {
    roots: [root.certificate.der],
    rootPem: pem(root.certificate.der),
    get crls() {
      return [lists.root, lists.signers];
    },
    answerTimestampRequest: answer,
    issueTimestamp: (digest, digestAlgorithm) =>
      issueTimestampToken({ ...unitNow(), digest, digestAlgorithm }),
    timestampTokenBytes: timestampTokenSize({
      certificate: unit.certificate.der,
      chain: [root.certificate.der],
      policy,
    }),
    timestamp: timestampClient(answer, { nonce: () => randomBytes(16) }),
    revocation: {
      crl: (url) => ({ [at.rootList]: lists.root, [at.signersList]: lists.signers })[url],
      ocsp: (url, requestDer) =>
        url !== at.ocsp
          ? undefined
          : answerOcspRequest({
              requestDer,
              profile: statusResponder(),
              issuer: signers.certificate,
              responder: responder.certificate,
              now: now(),
              thisUpdate: after(-1000 * statusAgeSeconds),
              nextUpdate: after(DAY),
              statusOf: () => ({ status: "good" }),
              sign: responder.sign,
            }),
      certificate: (url) =>
        ({ [at.rootCertificate]: root.certificate.der, [at.signersCertificate]: signers.certificate.der })[
          url
        ],
    },
    crlFor: async (der) => {
      const { issuer, subject } = parseCertificate(der);
      if (Buffer.compare(issuer, subject) === 0) return null;
      return Buffer.compare(issuer, root.certificate.subject) === 0 ? lists.root : lists.signers;
    },
    oneTimeSigner: (name = "Ada Lovelace") => signatory(oneTimeProfile, name, HOUR),
    longLivedSigner: (name = "Grace Hopper") => signatory(longLivedProfile, name, 300 * DAY),
    renewLists: async () => {
      lists = await issueLists();
    },
  };
}

function pem(der: Uint8Array): string {
  const lines = Buffer.from(der).toString("base64").replace(/.{64}/g, "$&\n");
  return `-----BEGIN CERTIFICATE-----\n${lines.trimEnd()}\n-----END CERTIFICATE-----\n`;
}
