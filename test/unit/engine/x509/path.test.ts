import { bitString, sequence } from "../../../../engine/asn1/derWriter.js";
import { signatureAlgorithmFor } from "../../../../engine/x509/algorithmForKey.js";
import { prepareCertificate } from "../../../../engine/x509/certificate.js";
import { type Certificate, parseCertificate } from "../../../../engine/x509/parseCertificate.js";
import { buildPath, DEFAULT_PATH_LIMITS } from "../../../../engine/x509/path.js";
import { rootAuthority, signerAuthority } from "../../../../engine/x509/profiles.js";
import { describeWithCorpora } from "../../../support/judges.js";
import { quickestRun } from "../../../support/processorTime.js";
import { newHierarchy, newSigner, personRequest } from "./hierarchy.js";
import { pkits } from "./pkits.js";
import { holder, newDesk, type SigningHolder } from "./revocationDesk.js";

const { root, signers, timestamps } = await newHierarchy();
const { certificate: leaf } = await newSigner(signers);
const strangers = await newDesk();
/** An authority's certificate that lint would never let through: it stands under this name, and this key signed it. */
function signedAnyway(by: {
  readonly issuer: Uint8Array;
  readonly sign: SigningHolder["sign"];
}): Certificate {
  const { tbs, algorithm } = prepareCertificate(signerAuthority(), {
    ...personRequest(signers),
    issuer: { ...strangers.responder.certificate, subject: by.issuer },
  });
  return parseCertificate(sequence(tbs, algorithm.identifier, bitString(by.sign(tbs))));
}

const all = [timestamps, strangers.root, strangers.authority, signers].map(({ certificate }) => certificate);

describe("a path", () => {
  test("leads from a signer through their authority to the trust anchor, whatever else is offered", () => {
    const built = buildPath({ leaf, candidates: all, trustAnchors: [root.certificate] });
    expect(built).toEqual({ complete: true, chain: [leaf, signers.certificate, root.certificate] });
  });

  test("ends in the first trust anchor, also when that is an authority in the middle or the leaf itself", () => {
    const trustAnchors = [signers.certificate];
    expect(buildPath({ leaf, candidates: [], trustAnchors }).chain).toEqual([leaf, signers.certificate]);
    expect(buildPath({ leaf, candidates: all, trustAnchors: [leaf] })).toEqual({
      complete: true,
      chain: [leaf],
    });
  });

  test("says whose certificate is missing, and where its issuer says that it is", async () => {
    const published = { caIssuers: "http://ca.example/root.cer", ocsp: "http://ocsp.example/" };
    const below = await holder(signerAuthority(published), "Below", strangers.root);
    const built = buildPath({ leaf: below.certificate, candidates: all, trustAnchors: [root.certificate] });
    expect(built).toEqual({
      complete: false,
      chain: [below.certificate, strangers.root.certificate],
      missing: {
        issuer: strangers.root.certificate.subject,
        authorityKeyIdentifier: strangers.root.certificate.subjectKeyIdentifier,
        caIssuers: [],
      },
    });
    const alone = buildPath({ leaf: below.certificate, candidates: [], trustAnchors: [root.certificate] });
    expect(alone).toMatchObject({ missing: { caIssuers: ["http://ca.example/root.cer"] } });
  });

  test("does not go through a namesake whose key did not sign", async () => {
    const namesake = await holder(rootAuthority, "Desk Root", null);
    const unidentified: Certificate = { ...namesake.certificate, subjectKeyIdentifier: null };
    const built = buildPath({
      leaf: strangers.authority.certificate,
      candidates: [],
      trustAnchors: [unidentified, namesake.certificate],
    });
    expect(built).toMatchObject({ complete: false, chain: [strangers.authority.certificate] });
  });

  test("does not go through a certificate that is not an authority's", async () => {
    const { responder } = strangers;
    const claim = { issuer: responder.certificate.subject, sign: responder.sign };
    const below = { certificate: signedAnyway(claim) };
    const built = buildPath({
      leaf: below.certificate,
      candidates: [responder.certificate],
      trustAnchors: [strangers.root.certificate],
    });
    expect(built).toMatchObject({ complete: false, chain: [below.certificate] });
  });

  test("does not go through a signature whose algorithm is another outside than inside", () => {
    const { tbs, algorithm } = prepareCertificate(
      signerAuthority(),
      { ...personRequest(signers), issuer: strangers.root.certificate },
      signatureAlgorithmFor(strangers.root.certificate.subjectPublicKeyInfo, { digest: "sha384" }),
    );
    const signatureValue = bitString(strangers.root.sign(tbs));
    const outside = signatureAlgorithmFor(strangers.root.certificate.subjectPublicKeyInfo);
    expect(algorithm.name).toBe("ecdsa-sha384");
    expect(outside.name).toBe("ecdsa-sha256");
    const certificate = parseCertificate(sequence(tbs, outside.identifier, signatureValue));
    const trustAnchors = [strangers.root.certificate];
    expect(buildPath({ leaf: certificate, candidates: [], trustAnchors })).toMatchObject({ complete: false });
  });

  test("is no longer than its limit", () => {
    const limits = { ...DEFAULT_PATH_LIMITS, maxLength: 2 };
    const built = buildPath({ leaf, candidates: all, trustAnchors: [root.certificate], limits });
    expect(built).toMatchObject({ complete: false, chain: [leaf, signers.certificate] });
  });
});

describe("a search for a path stays short", () => {
  /** Authorities of one name and one key that all issued each other, so that every order of them is a path. */
  async function crossed(count: number): Promise<Certificate[]> {
    const one = await holder(rootAuthority, "Crossed", null);
    const certificates: Certificate[] = [];
    for (let index = 0; index < count; index++) {
      const { certificate } = await holder(signerAuthority(), "Crossed", one);
      // As if each had the key of the first: what is signed by it verifies with all.
      const { subjectPublicKeyInfo } = one.certificate;
      certificates.push({ ...certificate, subjectPublicKeyInfo, subjectKeyIdentifier: null });
    }
    return certificates;
  }

  test("when forty authorities have all certified each other and none leads to the trust anchor", async () => {
    const candidates = await crossed(40);
    const search = () => buildPath({ leaf: candidates[0]!, candidates, trustAnchors: [root.certificate] });
    expect(search()).toMatchObject({ complete: false });
    expect(search().chain.length).toBeLessThanOrEqual(DEFAULT_PATH_LIMITS.maxLength);
    expect(quickestRun(1000, search)).toBeLessThan(1000);
  });

  test("when ten thousand candidates are offered: those beyond the limit are left aside", () => {
    const candidates = [...Array.from({ length: 10_000 }, () => timestamps.certificate), signers.certificate];
    expect(buildPath({ leaf, candidates, trustAnchors: [root.certificate] }).complete).toBe(false);
    expect(
      buildPath({ leaf, candidates: candidates.slice(-256), trustAnchors: [root.certificate] }).complete,
    ).toBe(true);
  });
});

describeWithCorpora("NIST's certificates for path validation:", (directory) => {
  const suite = pkits(directory);
  const valid = suite.cases.filter(({ cert, error }) => cert !== undefined && error === undefined);
  const build = (name: string, others: readonly string[]) =>
    buildPath({
      leaf: suite.certificate(name),
      candidates: others.map(suite.certificate),
      trustAnchors: [suite.anchor],
    });
  // The keys of DSA have no place in ETSI TS 119 312, nor here.
  const dsa = /dsa/i;

  test("each path that NIST calls valid is found among its certificates", () => {
    expect(valid.length).toBeGreaterThan(100);
    for (const { name, cert, other_certs = [] } of valid.filter((one) => !dsa.test(one.name))) {
      expect([name, build(cert!, other_certs).complete]).toEqual([name, true]);
    }
  });

  test("it is found, too, when the certificates of all cases are offered at once in limits that allow it", () => {
    const candidates = suite.certificateNames.map(suite.certificate);
    const limits = { ...DEFAULT_PATH_LIMITS, maxCandidates: candidates.length };
    for (const { name, cert } of valid.filter((one) => !dsa.test(one.name))) {
      const built = buildPath({
        leaf: suite.certificate(cert!),
        candidates,
        trustAnchors: [suite.anchor],
        limits,
      });
      expect([name, built.complete]).toEqual([name, true]);
    }
  });

  test("none is found where a signature is broken or names do not chain", () => {
    const broken = suite.cases.filter(({ id }) => /^401(02|03|06)$|^403(01|02)$/.test(id));
    expect(broken.length).toBeGreaterThan(3);
    for (const { name, cert, other_certs = [] } of broken) {
      expect([name, build(cert!, other_certs).complete]).toEqual([name, false]);
    }
  });
});
