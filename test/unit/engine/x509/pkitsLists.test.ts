import type { Certificate } from "../../../../engine/x509/parseCertificate.js";
import type { CertificateList } from "../../../../engine/x509/parseCertificateList.js";
import { buildPath } from "../../../../engine/x509/path.js";
import { extensionsOf, isAuthority } from "../../../../engine/x509/readExtensions.js";
import { sameName } from "../../../../engine/x509/sameName.js";
import { type StatusOnLists, statusOnLists } from "../../../../engine/x509/statusOnLists.js";
import { verifyCertificateList } from "../../../../engine/x509/verifyCertificateList.js";
import { describeWithCorpora } from "../../../support/judges.js";
import { type PkitsCase, pkits } from "./pkits.js";

const at = new Date("2020-01-01T00:00:00Z");

describeWithCorpora("NIST's lists for path validation:", (directory) => {
  const suite = pkits(directory);

  test("all 173 are read", () => {
    expect(suite.listNames).toHaveLength(173);
    for (const name of suite.listNames) {
      const list = suite.list(name);
      expect([name, list.version, list.number !== null]).toEqual([name, 1, true]);
    }
  });

  test("each verifies with some certificate of its issuer, or is refused for what NIST made wrong in it", () => {
    const certificates = suite.certificateNames.map(suite.certificate);
    const refused = new Map<string, string>();
    for (const name of suite.listNames) {
      const list = suite.list(name);
      const whys = certificates
        .filter((certificate) => sameName(certificate.subject, list.issuer))
        .map((certificate) => refusal(list, certificate));
      if (!whys.includes(null))
        refused.set(name, [...new Set(whys)].sort().join(" ") || "no certificate of that name");
    }
    expect(Object.fromEntries([...refused].sort())).toEqual({
      "BadCRLIssuerNameCACRL.crl": "no certificate of that name",
      "BadCRLSignatureCACRL.crl": expect.stringContaining("signature"),
      "DSACACRL.crl": expect.stringContaining("algorithm that is not accepted"),
      "DSAParametersInheritedCACRL.crl": expect.stringContaining("algorithm that is not accepted"),
      "OldCRLnextUpdateCACRL.crl": expect.stringContaining("was to be replaced by 2010"),
      "TwoCRLsCABadCRL.crl": "no certificate of that name",
      "UnknownCRLEntryExtensionCACRL.crl": expect.stringContaining(
        "critical extension 2.16.840.1.101.2.1.12.2",
      ),
      "UnknownCRLExtensionCACRL.crl": expect.stringContaining("critical extension 2.16.840.1.101.2.1.12.2"),
      "deltaCRLCA1deltaCRL.crl": expect.stringContaining("changes since another"),
      "deltaCRLCA2deltaCRL.crl": expect.stringContaining("changes since another"),
      "deltaCRLCA3CRL.crl": expect.stringContaining("was to be replaced"),
      "deltaCRLCA3deltaCRL.crl": expect.stringContaining("changes since another"),
      "deltaCRLIndicatorNoBaseCACRL.crl": expect.stringContaining("changes since another"),
      "keyUsageCriticalcRLSignFalseCACRL.crl": expect.stringContaining("not for signing lists"),
      "keyUsageNotCriticalcRLSignFalseCACRL.crl": expect.stringContaining("not for signing lists"),
      "pre2000CRLnextUpdateCACRL.crl": expect.stringContaining("was to be replaced by 199"),
    });
  });

  function refusal(list: CertificateList, issuer: Certificate): string | null {
    try {
      verifyCertificateList(list, issuer, at);
      return null;
    } catch (error) {
      return String(error);
    }
  }

  /** Sections 4.4 and 4.14: revocation by complete lists, and distribution points. */
  const cases = suite.cases.filter(({ id, cert }) => /^4(04|14)/.test(id) && cert !== undefined);

  test.each(cases.map((one): [string, PkitsCase] => [`${one.id} ${one.name}`, one]))(
    "%s ends as NIST says",
    (_title, one) => {
      const expected =
        one.error === undefined ? "good" : one.error.class === "RevokedError" ? "revoked" : "unknown";
      expect(statusOfChain(one)).toBe(expected);
    },
  );

  /** The worst status among the certificates of the case's chain. */
  function statusOfChain(one: PkitsCase): StatusOnLists["status"] {
    const others = (one.other_certs ?? []).map(suite.certificate);
    const path = buildPath({
      leaf: suite.certificate(one.cert!),
      candidates: others,
      trustAnchors: [suite.anchor],
    });
    expect([one.name, path.complete]).toEqual([one.name, true]);
    const lists = ["TrustAnchorRootCRL.crl", ...(one.crls ?? [])].map(suite.list);
    const signers = [suite.anchor, ...others].filter((signer) => mayAnswer(signer, path.chain, lists));
    const pairs = lists.flatMap((list) =>
      signers.filter((signer) => sameName(signer.subject, list.issuer)).map((issuer) => ({ list, issuer })),
    );
    const statuses = path.chain
      .slice(0, -1)
      .map((certificate) => statusOnLists(certificate, pairs, at).status);
    return statuses.find((status) => status !== "good") ?? "good";
  }

  /** A list's signer that is no authority of the chain has to be good itself, on the lists of the chain's authorities. */
  function mayAnswer(signer: Certificate, chain: readonly Certificate[], lists: CertificateList[]): boolean {
    if (chain.includes(signer) || isAuthority(extensionsOf(signer))) return true;
    const pairs = lists.flatMap((list) =>
      chain.filter((issuer) => sameName(issuer.subject, list.issuer)).map((issuer) => ({ list, issuer })),
    );
    return statusOnLists(signer, pairs, at).status !== "revoked";
  }
});
