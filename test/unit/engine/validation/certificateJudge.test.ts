import { OneTimeKey } from "../../../../api/signing/oneTimeKey.js";
import { ValidationDataPool } from "../../../../engine/pades/validationDataPool.js";
import { CertificateJudge } from "../../../../engine/validation/certificateJudge.js";
import { authorityRevocationList } from "../../../../engine/x509/crlProfile.js";
import { issueCertificateList } from "../../../../engine/x509/issueCertificateList.js";
import { type ServiceAuthorities, startServiceAuthorities } from "../../../support/sealedDocument.js";

const HOUR = 3_600_000;

let authorities: ServiceAuthorities;
beforeAll(async () => {
  authorities = await startServiceAuthorities(24 * 3600);
});
afterAll(() => authorities.stop());

describe("a list that was made after a certificate had ended", () => {
  /** What a judge says of the service's seal with one list, made so long after the certificate ended. */
  const judged = async (after: number, options: { keptSince?: Date; revoked?: boolean } = {}) => {
    const { root, seal } = authorities.hierarchy;
    const thisUpdate = new Date(seal.notAfter.getTime() + after);
    const revocationDate = new Date(seal.notBefore.getTime() + HOUR);
    const profile = authorityRevocationList(
      options.keptSince && { expiredCertificatesSince: options.keptSince },
    );
    const crl = await issueCertificateList(
      profile,
      {
        issuer: root,
        number: 99,
        thisUpdate,
        nextUpdate: new Date(thisUpdate.getTime() + HOUR),
        revoked: options.revoked
          ? [{ serialNumber: seal.serialNumber, revocationDate, reason: "keyCompromise" }]
          : [],
      },
      authorities.keys.root,
    );
    const pool = new ValidationDataPool();
    pool.add({ certificates: [root.der, seal.der], crls: [crl] }, "store");
    const at = new Date(seal.notBefore.getTime() + 2 * HOUR);
    const { findings, unknownStatus } = new CertificateJudge(pool, [root]).judge(seal, { at, until: at });
    return { findings: findings.map(({ code }) => code), unknown: unknownStatus.length };
  };

  test("says nothing of it by being silent: its entry may have been taken off", async () => {
    expect(await judged(-HOUR)).toEqual({ findings: [], unknown: 0 });
    expect(await judged(HOUR)).toEqual({ findings: [], unknown: 1 });
  });

  test("counts where the authority says that it keeps such entries", async () => {
    const keptSince = authorities.hierarchy.root.notBefore;
    expect(await judged(HOUR, { keptSince })).toEqual({ findings: [], unknown: 0 });
  });

  test("counts when it has the certificate", async () => {
    expect(await judged(HOUR, { revoked: true })).toMatchObject({ findings: ["certificate_revoked"] });
  });
});

test("the path of a certificate is found beside those of any number of signers", async () => {
  const { hierarchy, signers, clock } = authorities;
  const pool = new ValidationDataPool();
  let last = hierarchy.signers.der;
  for (let number = 0; number < 300; number++) {
    const subject = {
      givenName: "Ada",
      surname: `Lovelace ${number}`,
      country: "GB",
      serialNumber: `SGR-${number}`,
    };
    const { certificate } = await signers.issue(subject, new OneTimeKey().subjectPublicKeyInfo);
    pool.add({ certificates: [certificate] }, "store");
    last = certificate;
  }
  pool.add({ certificates: [hierarchy.signers.der, hierarchy.root.der] }, "store");
  const judge = new CertificateJudge(pool, [hierarchy.root]);
  const at = clock.now();
  const { chain, trusted } = judge.judge(pool.entryOf(last)!.value, { at, until: at });
  expect({ length: chain.length, trusted }).toEqual({ length: 3, trusted: true });
});
