import { OneTimeKey } from "../../../../api/signing/oneTimeKey.js";
import { buildContainer } from "../../../../engine/asic/buildContainer.js";
import { renewContainer } from "../../../../engine/asic/renewContainer.js";
import { verifyEvidence } from "../../../../engine/evidence/verifyEvidence.js";
import { sign } from "../../../../engine/pades/sign.js";
import { authorityRevocationList } from "../../../../engine/x509/crlProfile.js";
import { issueCertificate } from "../../../../engine/x509/issue.js";
import { issueCertificateList } from "../../../../engine/x509/issueCertificateList.js";
import { authorityName } from "../../../../engine/x509/name.js";
import type { CertificateProfile } from "../../../../engine/x509/profile.js";
import { electronicSeal, ocspResponder, timestampUnit } from "../../../../engine/x509/profiles.js";
import { startServiceAuthorities } from "../../../support/sealedDocument.js";
import { changedFiles, changedJson, hex } from "./evidenceFiles.js";
import { type SampleEvidence, sampleEvidence } from "./sampleEvidence.js";

const DAY = 86_400;

let sample: SampleEvidence;
let container: Uint8Array;
beforeAll(async () => {
  sample = await sampleEvidence(2, 1);
  container = await sample.seal(sample.files);
});
afterAll(() => sample.stop());

function codesOf(bytes: Uint8Array, time = sample.authorities.clock.now()): string[] {
  const { verdict, faults } = verifyEvidence(bytes, {
    trustAnchors: [sample.authorities.hierarchy.root.der],
    time,
  });
  expect(verdict === "failed").toBe(faults.length > 0);
  return [...new Set(faults.map(({ code }) => code))];
}

describe("a container that was sealed by somebody who may not is named a fault:", () => {
  const sealedBy = async (changes: Partial<Parameters<typeof buildContainer>[1]>) => {
    const { authorities, files } = sample;
    return buildContainer(
      [...files].map(([name, bytes]) => ({ name, bytes, mediaType: "application/octet-stream" })),
      {
        certificates: authorities.seal.certificates,
        sign: authorities.seal.sign,
        signingTime: authorities.clock.now(),
        timestamp: (digest) => authorities.unit.timestamp(digest),
        known: await authorities.validationData(null).known(),
        ...changes,
      },
    );
  };

  test("one of the signers, whose certificate leads to the same root", async () => {
    const { signers } = sample.authorities;
    const key = new OneTimeKey();
    const subject = { givenName: "Eve", surname: "Other", country: "GB", serialNumber: "SGR-9" };
    const { certificate } = await signers.issue(subject, key.subjectPublicKeyInfo);
    const made = await sealedBy({
      certificates: [certificate, ...signers.chain],
      sign: (message) => key.sign(message),
    });
    expect(codesOf(made)).toEqual(["signer_not_seal"]);
  });

  test.each<[string, CertificateProfile]>([
    ["a responder, whose certificate names the same organisation", ocspResponder()],
    ["a unit that stamps", timestampUnit()],
    [
      "a key that is for nothing but signing in",
      { ...electronicSeal({ policies: ["2.25.1"] }), keyUsage: ["digitalSignature"] },
    ],
  ])("%s, under the same root", async (_what, profile) => {
    const { hierarchy, keys, clock } = sample.authorities;
    const key = new OneTimeKey();
    const certificate = await issueCertificate(
      profile,
      {
        subject: authorityName({ country: "EU", organization: "Paraph", commonName: "Paraph Seal" }),
        subjectPublicKeyInfo: key.subjectPublicKeyInfo,
        serialNumber: Buffer.alloc(16, 5),
        notBefore: new Date(clock.now().getTime() - 3_600_000),
        notAfter: new Date(clock.now().getTime() + DAY * 1000),
        issuer: hierarchy.root,
      },
      keys.root,
    );
    const made = await sealedBy({
      certificates: [certificate, hierarchy.root.der],
      sign: (message) => key.sign(message),
    });
    // What a certificate is not for besides is told as well: a responder's is for nothing but answers.
    expect(codesOf(made)).toContain("signer_not_seal");
  });

  test("the service, after its seal was revoked", async () => {
    const { authorities } = sample;
    const { root, seal } = authorities.hierarchy;
    const now = authorities.clock.now();
    const crl = await issueCertificateList(
      authorityRevocationList(),
      {
        issuer: root,
        number: 99,
        thisUpdate: now,
        nextUpdate: new Date(now.getTime() + DAY * 1000),
        revoked: [
          {
            serialNumber: seal.serialNumber,
            revocationDate: new Date(now.getTime() - 3_600_000),
            reason: "keyCompromise",
          },
        ],
      },
      authorities.keys.root,
    );
    const known = { certificates: [root.der], crls: [crl], trustAnchors: [root.der] };
    expect(codesOf(await sealedBy({ known }))).toEqual(["certificate_revoked"]);
  });

  test("not at all at B-LT, whose proof lasts as long as its certificates; without a time-stamp it is a fault", async () => {
    expect(codesOf(await sealedBy({ level: "B-LT" }))).toEqual([]);
    expect(codesOf(await sealedBy({ level: "B-B" }))).toEqual(["timestamp_missing"]);
  });
});

describe("archive time-stamps made by another unit, years later,", () => {
  /** Renewed by authorities that were made, and stamped, so many years from now. */
  const renewedAfter = async (years: number) => {
    const seconds = years * 365 * DAY;
    const later = await startServiceAuthorities(-seconds);
    later.clock.advance(seconds + 60);
    const renewed = await renewContainer(container, {
      timestamp: (digest) => later.unit.timestamp(digest),
      known: await sample.authorities.validationData(null).known(),
      allowMissing: true,
      at: later.clock.now(),
    });
    const trustAnchors = [sample.authorities.hierarchy.root.der, later.hierarchy.root.der];
    const report = verifyEvidence(renewed, { trustAnchors, time: later.clock.now() });
    await later.stop();
    return report.faults.map(({ code }) => code);
  };

  test("take the proof over while the certificate before still holds", async () => {
    expect(await renewedAfter(9)).toEqual([]);
  });

  test("come too late once it has ended: timestamp_lapsed", async () => {
    expect(await renewedAfter(11)).toEqual(["timestamp_lapsed"]);
  });
});

describe("a signed document inside is named a fault:", () => {
  const name = "documents/01-contract-signed.pdf";

  /** A document in the place of another, with every hash made anew by somebody with the service's seal. */
  const codesWith = async (bytes: Uint8Array) => {
    const statement = changedJson(sample.files, "evidence.json", (value) => {
      Object.assign(value.documents[0].signed, { bytes: bytes.length, sha256: hex(bytes) });
    });
    return codesOf(
      await sample.seal(
        changedFiles(new Map([...sample.files, ["evidence.json", statement]]), { [name]: bytes }),
      ),
    );
  };

  test("with a signature more than the chain tells of", async () => {
    const { signers, unit, clock } = sample.authorities;
    const key = new OneTimeKey();
    const subject = { givenName: "Eve", surname: "Other", country: "GB", serialNumber: "SGR-9" };
    const { certificate } = await signers.issue(subject, key.subjectPublicKeyInfo);
    const more = await sign(sample.files.get(name)!, {
      level: "B-T",
      certificates: [certificate, ...signers.chain],
      sign: (message) => key.sign(message),
      timestamp: (digest) => unit.timestamp(digest),
      timestampTokenBytes: unit.maxTokenBytes,
      signingDate: clock.now(),
    });
    expect(await codesWith(more)).toEqual(["statement_mismatch", "signature_unrecorded", "level_wrong"]);
  });

  test("whose signature leaves out more than itself", async () => {
    const bytes = Buffer.from(sample.files.get(name)!);
    const at = bytes.indexOf("/ByteRange [");
    const [, length = "", behind = ""] =
      /\[0 +(\d+) +(\d+) /.exec(bytes.subarray(at, at + 80).toString("latin1")) ?? [];
    // One byte less before the gap: the gap begins before the signature.
    bytes.write(String(Number(length) - 1).padEnd(length.length), bytes.indexOf(length, at), "latin1");
    expect(behind).not.toBe("");
    expect(await codesWith(bytes)).toContain("signature_range_wrong");
  });
});

describe("time-stamps whose order cannot be are named a fault:", () => {
  test("an archive time-stamp that is earlier than what it covers: timestamp_order_wrong", async () => {
    const { authorities, files } = sample;
    const early = await startServiceAuthorities(3 * DAY);
    early.clock.advance(-2 * DAY);
    let stamps = 0;
    const made = await buildContainer(
      [...files].map(([name, bytes]) => ({ name, bytes, mediaType: "application/octet-stream" })),
      {
        certificates: authorities.seal.certificates,
        sign: authorities.seal.sign,
        signingTime: authorities.clock.now(),
        // The second is the archive's.
        timestamp: (digest) => (stamps++ === 0 ? authorities : early).unit.timestamp(digest),
        known: await authorities.validationData(null).known(),
      },
    );
    await early.stop();
    expect(codesOf(made)).toContain("timestamp_order_wrong");
  });
});
