import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { oid } from "../../../../engine/asn1/derObjectIdentifier.js";
import { generalizedTime } from "../../../../engine/asn1/derTime.js";
import { integer, octetString, sequence, setOf } from "../../../../engine/asn1/derWriter.js";
import { oids } from "../../../../engine/asn1/oids.js";
import { attribute, encodeSignedAttributes } from "../../../../engine/cms/signedAttributes.js";
import { encodeSignedData } from "../../../../engine/cms/signedData.js";
import { encodeTimestampRequest } from "../../../../engine/tsp/request.js";
import { encodeGranted, encodeRejection } from "../../../../engine/tsp/response.js";
import { encodeTstInfo } from "../../../../engine/tsp/tstInfo.js";
import { verifyTimestampResponse } from "../../../../engine/tsp/verifyResponse.js";
import { ecdsaP256Sha256 } from "../../../../engine/x509/signatureAlgorithm.js";
import { describeWith } from "../../../support/judges.js";
import { openssl } from "../../../support/openssl.js";
import { hex } from "../asn1/hex.js";
import { content, newSignature, newStamp, sha256, stampPolicy } from "../cms/signatures.js";
import { newHierarchy, now } from "../x509/hierarchy.js";

const hierarchy = await newHierarchy();
const { timestamps } = hierarchy;
const digest = sha256(content);
const { responseDer, nonce, token } = await newStamp(digest, hierarchy);
const imprint = sequence(sequence(oid(oids.sha256)), octetString(digest));

const invalid = (message: string) =>
  expect.objectContaining({ code: "timestamp_response_invalid", message: expect.stringContaining(message) });

const certificate = timestamps.certificate.der;

/** A granted response with a TSTInfo of our choice, and signed attributes of our choice. */
function granted(tstInfo: Uint8Array, contentType: string = oids.tstInfo, signed = tstInfo): Uint8Array {
  const attributes = encodeSignedAttributes({ contentType, messageDigest: sha256(signed), certificate });
  return grantedUnder(attributes, tstInfo, contentType);
}

function grantedUnder(
  signedAttributes: Uint8Array,
  content: Uint8Array,
  contentType: string = oids.tstInfo,
  algorithm = ecdsaP256Sha256,
): Uint8Array {
  const signatureValue = timestamps.key.sign(signedAttributes);
  const encapsulated = { contentType, content };
  return encodeGranted(
    encodeSignedData({
      signedAttributes,
      signatureValue,
      certificates: [certificate],
      encapsulated,
      algorithm,
    }),
  );
}

const tstInfo = (version = 1) =>
  sequence(integer(version), oid(stampPolicy), imprint, integer(5), generalizedTime(now), integer(nonce));

test("an answer to what was asked gives its token, time, serial number and policy", () => {
  const verified = verifyTimestampResponse({ responseDer, digest, nonce, policy: stampPolicy });
  expect(hex(verified.token)).toBe(hex(token));
  expect(verified.genTime).toEqual(now);
  expect(hex(verified.serialNumber)).toBe("00810203");
  expect(verified.policy).toBe(stampPolicy);
});

describe("a response is refused when it", () => {
  const cases: [string, string, () => unknown][] = [
    ["is no DER", "malformed", () => verifyTimestampResponse({ responseDer: content, digest })],
    ["is empty", "malformed", () => verifyTimestampResponse({ responseDer: new Uint8Array(0), digest })],
    ["is a bare token", "malformed", () => verifyTimestampResponse({ responseDer: token, digest })],
    [
      "is a rejection",
      "status 2: unacceptedPolicy, Not here.",
      () =>
        verifyTimestampResponse({
          responseDer: encodeRejection("unacceptedPolicy", "Not\u0007here."),
          digest,
        }),
    ],
    [
      "waits instead of answering",
      "status 3",
      () => verifyTimestampResponse({ responseDer: sequence(sequence(integer(3))), digest }),
    ],
    [
      "grants without a token",
      "brings no token",
      () => verifyTimestampResponse({ responseDer: sequence(sequence(integer(0))), digest }),
    ],
    [
      "stamps another digest",
      "another digest",
      () => verifyTimestampResponse({ responseDer, digest: sha256(Buffer.from("x")), nonce }),
    ],
    [
      "stamps it by another algorithm",
      "another digest",
      () => verifyTimestampResponse({ responseDer, digest, nonce, digestAlgorithm: "sha512" }),
    ],
    [
      "has another nonce",
      "another nonce",
      () => verifyTimestampResponse({ responseDer, digest, nonce: Uint8Array.of(1) }),
    ],
    [
      "has no nonce",
      "or none",
      () => {
        const without = encodeTstInfo({
          ...{ policy: stampPolicy, messageImprint: imprint, serialNumber: nonce, genTime: now },
          ...{ accuracySeconds: 1, nonce: null },
        });
        return verifyTimestampResponse({ responseDer: granted(without), digest, nonce });
      },
    ],
    [
      "has another policy",
      "another policy",
      () => verifyTimestampResponse({ responseDer, digest, nonce, policy: "1.2.3" }),
    ],
    [
      "has a TSTInfo of another version",
      "version is not 1",
      () => verifyTimestampResponse({ responseDer: granted(tstInfo(2)), digest, nonce }),
    ],
    [
      "carries another content type",
      "has no TSTInfo",
      () => verifyTimestampResponse({ responseDer: granted(tstInfo(), "1.2.3"), digest, nonce }),
    ],
    [
      "is signed over another TSTInfo",
      "not its TSTInfo's",
      () =>
        verifyTimestampResponse({ responseDer: granted(tstInfo(), oids.tstInfo, tstInfo(2)), digest, nonce }),
    ],
  ];
  test.each(cases)("%s", (_title, message, verify) => {
    expect(verify).toThrow(invalid(message));
  });

  test("does not say by which certificate it is signed", () => {
    const attributes = setOf([
      attribute(oids.contentType, oid(oids.tstInfo)),
      attribute(oids.messageDigest, octetString(sha256(tstInfo()))),
    ]);
    const anonymous = grantedUnder(attributes, tstInfo());
    expect(() => verifyTimestampResponse({ responseDer: anonymous, digest, nonce })).toThrow(
      invalid("does not say by which certificate it is signed"),
    );
  });

  test("is signed over a digest that is broken", () => {
    const messageDigest = sha256(tstInfo()).subarray(0, 20);
    const attributes = encodeSignedAttributes({ contentType: oids.tstInfo, messageDigest, certificate });
    const sha1 = { ...ecdsaP256Sha256.digest, identifier: sequence(oid("1.3.14.3.2.26")) };
    const broken = grantedUnder(attributes, tstInfo(), oids.tstInfo, { ...ecdsaP256Sha256, digest: sha1 });
    expect(() => verifyTimestampResponse({ responseDer: broken, digest, nonce })).toThrow(
      invalid("an algorithm that is not accepted"),
    );
  });

  test("carries a signature that is no time-stamp", async () => {
    const { cms } = await newSignature(hierarchy);
    expect(() => verifyTimestampResponse({ responseDer: encodeGranted(cms), digest })).toThrow(
      invalid("has no TSTInfo"),
    );
  });
});

describeWith(["openssl"], "openssl's own time-stamping authority", () => {
  const configuration = [
    "[tsa]\ndefault_tsa=t\n[t]\nserial=serial\ncrypto_device=builtin\nsigner_cert=tsa.pem\nsigner_key=tsa.key",
    `signer_digest=sha256\ndefault_policy=${stampPolicy}\nother_policies=1.2.3\ndigests=sha256,sha512\naccuracy=secs:1`,
    "ess_cert_id_chain=no\ness_cert_id_alg=sha256\n",
    "[req]\nprompt=no\ndistinguished_name=n\nx509_extensions=e\n[n]\nCN=Openssl TSA\n",
    "[e]\nextendedKeyUsage=critical,timeStamping\n",
  ].join("\n");

  test.each([
    ["with a certificate", true, undefined],
    ["without certificates", false, undefined],
    ["under a policy of its others", true, "1.2.3"],
  ])(
    "answers our request %s, and we take its answer as it takes its own",
    async (_title, certificateRequested, policy) => {
      const directory = await mkdtemp(join(tmpdir(), "paraph-tsa-"));
      try {
        await writeFile(join(directory, "tsa.cnf"), configuration);
        await writeFile(join(directory, "serial"), "01\n");
        const asked = { digest, nonce, ...(policy && { policy }) };
        await writeFile(
          join(directory, "query.der"),
          encodeTimestampRequest({ ...asked, certificateRequested }),
        );
        await openssl(
          directory,
          ...[
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-config",
            "tsa.cnf",
            "-keyout",
            "tsa.key",
            "-out",
            "tsa.pem",
          ],
        );
        await openssl(
          directory,
          ...["ts", "-reply", "-config", "tsa.cnf", "-queryfile", "query.der", "-out", "response.der"],
        );
        const unit = await openssl(directory, "x509", "-in", "tsa.pem", "-outform", "DER");
        const verified = verifyTimestampResponse({
          ...asked,
          responseDer: await readFile(join(directory, "response.der")),
          ...(!certificateRequested && { certificates: [certificate, unit] }),
        });
        expect(Math.abs(verified.genTime.getTime() - Date.now())).toBeLessThan(60_000);
        expect(verified.policy).toBe(policy ?? stampPolicy);
        const judged = await openssl(
          directory,
          ...["ts", "-verify", "-queryfile", "query.der", "-in", "response.der"],
          ...["-CAfile", "tsa.pem", "-untrusted", "tsa.pem"],
        );
        expect(judged.toString()).toBe("Verification: OK\n");
      } finally {
        await rm(directory, { recursive: true });
      }
    },
  );
});
