import { oid } from "../../../../engine/asn1/derObjectIdentifier.js";
import {
  boolean,
  explicit,
  integer,
  nullValue,
  octetString,
  sequence,
} from "../../../../engine/asn1/derWriter.js";
import { oids } from "../../../../engine/asn1/oids.js";
import { parseSignedData } from "../../../../engine/cms/parseSignedData.js";
import { answerTimestampRequest } from "../../../../engine/tsp/answer.js";
import { encodeTimestampRequest } from "../../../../engine/tsp/request.js";
import { decodeTimestampResponse } from "../../../../engine/tsp/response.js";
import { decodeTstInfo } from "../../../../engine/tsp/tstInfo.js";
import { describeWith } from "../../../support/judges.js";
import { hex } from "../asn1/hex.js";
import { content, sha256, stampPolicy } from "../cms/signatures.js";
import { newHierarchy, now } from "../x509/hierarchy.js";
import { judgeByOpenssl, pem } from "../x509/opensslDirectory.js";

const { root, timestamps } = await newHierarchy();
const digest = sha256(content);
const unitPem = pem(timestamps.certificate.der);
const rootPem = pem(root.certificate.der);

const answer = (requestDer: Uint8Array, sign = timestamps.key.sign): Promise<Uint8Array> =>
  answerTimestampRequest({
    requestDer,
    now,
    serialNumber: Uint8Array.of(0x81, 0x02, 0x03),
    accuracySeconds: 1.5,
    policy: stampPolicy,
    certificate: timestamps.certificate.der,
    chain: [root.certificate.der],
    sign,
  });

const tokenOf = (responseDer: Uint8Array) =>
  parseSignedData(decodeTimestampResponse(responseDer).token ?? responseDer);

describeWith(["openssl"], "openssl ts", () => {
  const query = async (...options: string[]): Promise<Uint8Array> => {
    const args = ["ts", "-query", "-data", "content.bin", ...options];
    return (await judgeByOpenssl({ "content.bin": content }, ...args)).bytes;
  };

  const verify = (queryDer: Uint8Array, responseDer: Uint8Array, untrusted = "") =>
    judgeByOpenssl(
      {
        "query.der": queryDer,
        "response.der": responseDer,
        "root.pem": rootPem,
        "unit.pem": untrusted || rootPem,
      },
      ...["ts", "-verify", "-queryfile", "query.der", "-in", "response.der", "-CAfile", "root.pem"],
      ...["-untrusted", "unit.pem", "-attime", Math.floor(now.getTime() / 1000).toString()],
    );

  test.each([["-sha256"], ["-sha384"], ["-sha512"]])(
    "takes our answer to its query by %s, certificate included",
    async (name) => {
      const queryDer = await query(name, "-cert");
      expect(await verify(queryDer, await answer(queryDer))).toMatchObject({
        passed: true,
        text: "Verification: OK\n",
      });
    },
  );

  test("takes our answer without certificates, having the unit's of its own, and would not without", async () => {
    const queryDer = await query("-sha256");
    const responseDer = await answer(queryDer);
    expect(tokenOf(responseDer).certificates).toEqual([]);
    expect(await verify(queryDer, responseDer, unitPem)).toMatchObject({ passed: true });
    expect(await verify(queryDer, responseDer)).toMatchObject({ passed: false });
  });

  test("takes our answer under the policy it asked for, and without nonce", async () => {
    const queryDer = await query("-sha256", "-cert", "-no_nonce", "-tspolicy", stampPolicy);
    expect(await verify(queryDer, await answer(queryDer))).toMatchObject({ passed: true });
  });

  test("takes no answer to another query: the nonce differs", async () => {
    const [first, second] = [await query("-sha256", "-cert"), await query("-sha256", "-cert")];
    expect((await verify(first, await answer(second))).text).toContain("nonce mismatch");
  });

  test("reads in the answer what the unit said", async () => {
    const responseDer = await answer(await query("-sha256", "-cert"));
    const { text } = await judgeByOpenssl({ "r.der": responseDer }, "ts", "-reply", "-in", "r.der", "-text");
    expect(text).toContain("Status: Granted.");
    expect(text).toContain(`Policy OID: ${stampPolicy}`);
    expect(text).toContain("Hash Algorithm: sha256");
    expect(text).toContain("Serial number: 0x810203");
    expect(text).toContain("Time stamp: Mar  4 05:06:07.89 2026 GMT");
    expect(text).toContain("Accuracy: 0x01 seconds, 0x01F4 millis");
    expect(text).toContain("Ordering: no");
  });

  test("reads in a rejection its reason, for a digest that is not taken any more", async () => {
    const responseDer = await answer(await query("-sha1"));
    const { text } = await judgeByOpenssl({ "r.der": responseDer }, "ts", "-reply", "-in", "r.der", "-text");
    expect(text).toContain("Status: Rejected.");
    expect(text).toContain("unrecognized or unsupported algorithm identifier");
    expect(text).toContain("TST info:\nNot included.");
  });
});

describe("a token", () => {
  test("is SignedData of version 3 over its TSTInfo, naming its unit by signing-certificate-v2", async () => {
    const token = tokenOf(await answer(encodeTimestampRequest({ digest })));
    expect(token.contentType).toBe(oids.tstInfo);
    expect(hex(token.messageDigest)).toBe(hex(sha256(token.content ?? content)));
    expect(token.signingCertificateHash?.algorithm).toBe(oids.sha256);
    expect(hex(token.signingCertificateHash?.value ?? content)).toBe(hex(timestamps.certificate.sha256));
    expect(token.signerCertificate && hex(token.signerCertificate)).toBe(hex(timestamps.certificate.der));
    expect(token.certificates).toHaveLength(2);
  });

  test("repeats the imprint octet for octet, absent or NULL parameters as they came", async () => {
    const withNull = sequence(
      integer(1),
      sequence(sequence(oid(oids.sha256), nullValue()), octetString(digest)),
      boolean(true),
    );
    const { content: tstInfo } = tokenOf(await answer(withNull));
    expect(hex(tstInfo ?? content)).toContain(
      hex(sequence(sequence(oid(oids.sha256), nullValue()), octetString(digest))),
    );
  });

  test("repeats a nonce octet for octet, even one that is negative", async () => {
    const negative = Uint8Array.of(0x02, 0x02, 0xfe, 0x01);
    const requestDer = sequence(
      integer(1),
      sequence(sequence(oid(oids.sha256)), octetString(digest)),
      negative,
    );
    const { content: tstInfo } = tokenOf(await answer(requestDer));
    expect(hex(decodeTstInfo(tstInfo ?? content).nonce ?? content)).toBe("fe01");
  });
});

describe("a rejection and no token is the answer, without anything being signed, to", () => {
  const imprint = sequence(sequence(oid(oids.sha256)), octetString(digest));
  test.each([
    ["no DER", "badDataFormat", Uint8Array.of(0x30, 0x80)],
    ["nothing", "badDataFormat", new Uint8Array(0)],
    ["a request cut short", "badDataFormat", encodeTimestampRequest({ digest }).subarray(0, 40)],
    [
      "bytes behind the request",
      "badDataFormat",
      Uint8Array.from([...encodeTimestampRequest({ digest }), 0]),
    ],
    ["a request of 2,049 bytes", "badRequest", new Uint8Array(2049)],
    ["another version", "badRequest", sequence(integer(2), imprint)],
    [
      "SHA-1",
      "badAlg",
      sequence(integer(1), sequence(sequence(oid("1.3.14.3.2.26")), octetString(digest.subarray(0, 20)))),
    ],
    [
      "a digest shorter than its algorithm's",
      "badDataFormat",
      sequence(integer(1), sequence(sequence(oid(oids.sha512)), octetString(digest))),
    ],
    [
      "a digest longer than its algorithm's",
      "badDataFormat",
      sequence(integer(1), sequence(sequence(oid(oids.sha256)), octetString(new Uint8Array(33)))),
    ],
    [
      "parameters that SHA-256 does not have",
      "badDataFormat",
      sequence(integer(1), sequence(sequence(oid(oids.sha256), integer(1)), octetString(digest))),
    ],
    ["another policy", "unacceptedPolicy", encodeTimestampRequest({ digest, policy: "1.2.3" })],
    [
      "a nonce of 65 octets",
      "badRequest",
      sequence(integer(1), imprint, integer(new Uint8Array(65).fill(1))),
    ],
    [
      "an extension",
      "unacceptedExtension",
      sequence(integer(1), imprint, explicit(0, sequence(oid("1.2.3"), octetString(digest)))),
    ],
  ] as const)("%s: %s", async (_title, failure, requestDer) => {
    let signatures = 0;
    const responseDer = await answer(requestDer, () => {
      signatures += 1;
      return new Uint8Array(70);
    });
    const response = decodeTimestampResponse(responseDer);
    expect(response).toMatchObject({ status: 2, failures: [failure], token: null });
    expect(response.text).not.toBe("");
    expect(signatures).toBe(0);
  });
});

test("a key store that fails is not hidden behind an answer", async () => {
  const failing = () => {
    throw new Error("the key store is away");
  };
  await expect(answer(encodeTimestampRequest({ digest }), failing)).rejects.toThrow("the key store is away");
});
