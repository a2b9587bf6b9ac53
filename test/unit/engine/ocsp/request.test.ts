import fc from "fast-check";
import { oid } from "../../../../engine/asn1/derObjectIdentifier.js";
import { explicit, integer, nullValue, octetString, sequence } from "../../../../engine/asn1/derWriter.js";
import { oids } from "../../../../engine/asn1/oids.js";
import { encodeCertId, isOfIssuer } from "../../../../engine/ocsp/certId.js";
import { decodeOcspRequest, encodeOcspRequest } from "../../../../engine/ocsp/request.js";
import { extension } from "../../../../engine/x509/extensions.js";
import { describeWith } from "../../../support/judges.js";
import { damaged, seededRandom } from "../../../support/seededRandom.js";
import { hex } from "../asn1/hex.js";
import { pem } from "../x509/opensslDirectory.js";
import { opensslWords } from "../x509/opensslWords.js";
import { desk, nonce, request } from "./desk.js";

const { root, authority, other } = desk;
const certId = encodeCertId(authority.certificate, root.certificate, "sha1");

/** An OCSPRequest with these parts, as a stranger may have made it. */
const strange = (requests: Uint8Array[], ...extensions: Uint8Array[]) =>
  sequence(
    sequence(
      sequence(...requests),
      ...(extensions.length === 0 ? [] : [explicit(2, sequence(...extensions))]),
    ),
  );
const withNonce = (length: number, critical = false) =>
  strange(
    [sequence(certId)],
    extension(oids.ocspNonce, critical, octetString(new Uint8Array(length).fill(1))),
  );

describe("a request is read", () => {
  test.each(["sha1", "sha256"] as const)("as it was written, its certificate named by %s", (digest) => {
    const decoded = decodeOcspRequest(request({ digest }));
    if (!decoded.accepted) throw new Error(decoded.text);
    expect(decoded.request.certIds).toHaveLength(1);
    const [one] = decoded.request.certIds;
    expect([one!.digest, hex(one!.serialNumber)]).toEqual([digest, hex(authority.certificate.serialNumber)]);
    expect(isOfIssuer(one!, root.certificate)).toBe(true);
    expect(isOfIssuer(one!, authority.certificate)).toBe(false);
    expect(hex(decoded.request.nonce!)).toBe(hex(nonce));
  });

  test.each([1, 32, 128])("with a nonce of %i bytes, critical or not", (length) => {
    for (const critical of [false, true]) {
      expect(decodeOcspRequest(withNonce(length, critical))).toMatchObject({ accepted: true });
    }
  });

  test("with a digest that is not known, to be answered by whoever knows it", () => {
    const unknown = sequence(
      sequence(oid("1.2.3.4"), nullValue()),
      octetString(nonce),
      octetString(nonce),
      integer(1),
    );
    const decoded = decodeOcspRequest(strange([sequence(unknown)]));
    expect(decoded).toMatchObject({ accepted: true, request: { certIds: [{ digest: null }] } });
  });
});

describe("a request is answered malformedRequest that", () => {
  test.each([
    ["is empty", new Uint8Array(0), /missing/],
    ["asks about nothing", strange([]), /no certificate/],
    [
      "asks about more than 16 certificates",
      strange(Array.from({ length: 17 }, () => sequence(certId))),
      /more than 16/,
    ],
    ["is longer than 16 KiB", new Uint8Array(16 * 1024 + 1), /longer than 16384/],
    ["has an empty nonce", withNonce(0), /1 to 128 bytes, not 0/],
    ["has a nonce of 129 bytes", withNonce(129), /not 129/],
    [
      "has a nonce that is no OCTET STRING",
      strange([sequence(certId)], extension(oids.ocspNonce, false, nonce)),
      /Nonce/,
    ],
    [
      "has a critical extension that is not understood",
      strange([sequence(certId)], extension("1.2.3", true, certId)),
      /1\.2\.3/,
    ],
    ["has bytes behind its end", Uint8Array.from([...request(), 0]), /more in it/],
    ["is of version 2", sequence(sequence(explicit(0, integer(1)), sequence(sequence(certId)))), /not v1/],
    [
      "asks about a serial number of 21 octets",
      strange([
        sequence(encodeCertId({ serialNumber: new Uint8Array(21).fill(1) }, root.certificate, "sha1")),
      ]),
      /20 octets/,
    ],
  ])("%s", (_what, der, why) => {
    expect(decodeOcspRequest(der)).toEqual({
      accepted: false,
      failure: "malformedRequest",
      text: expect.stringMatching(why),
    });
  });
});

test("2,000 damaged requests and any bytes are accepted or refused, and none throws", () => {
  const random = seededRandom(21);
  const original = request();
  let refused = 0;
  for (let count = 0; count < 2000; count++) {
    if (!decodeOcspRequest(damaged(original, random)).accepted) refused += 1;
  }
  expect(refused).toBeGreaterThan(1000);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      decodeOcspRequest(bytes);
      decodeOcspRequest(strange([bytes]));
      decodeOcspRequest(strange([sequence(certId)], bytes));
    }),
    { numRuns: 300, seed: 22 },
  );
});

test.each([0, 129])("a request with a nonce of %i bytes is not made", (length) => {
  expect(() => request({ nonce: new Uint8Array(length) })).toThrow(
    expect.objectContaining({ code: "asn1_malformed", message: expect.stringMatching(/1 to 128/) }),
  );
});

describeWith(["openssl"], "openssl", () => {
  const files = {
    "root.pem": pem(root.certificate.der),
    "one.pem": pem(authority.certificate.der),
    "two.pem": pem(other.certificate.der),
  };

  test.each(["sha1", "sha256"] as const)(
    "writes the request that we write, byte for byte, with %s",
    async (digest) => {
      const { output, text } = await opensslWords(
        files,
        ["ocsp", "-no_nonce", `-${digest}`, "-issuer", "root.pem", "-cert", "one.pem", "-reqout", "r.der"],
        "r.der",
      );
      expect(text).toBe("");
      const ours = encodeOcspRequest({
        certificate: authority.certificate,
        issuer: root.certificate,
        digest,
      });
      // openssl writes the parameters of every digest, RFC 5754 2 of none.
      const theirs = hex(output);
      if (digest === "sha1") expect(theirs).toBe(hex(ours));
      const decoded = decodeOcspRequest(output);
      expect(
        decoded.accepted && decoded.request.certIds.map((one) => isOfIssuer(one, root.certificate)),
      ).toEqual([true]);
    },
  );

  test("asks about two certificates with a nonce, and is understood", async () => {
    const { output } = await opensslWords(
      files,
      ["ocsp", "-issuer", "root.pem", "-cert", "one.pem", "-cert", "two.pem", "-reqout", "r.der"],
      "r.der",
    );
    const decoded = decodeOcspRequest(output);
    expect(decoded).toMatchObject({ accepted: true });
    if (!decoded.accepted) return;
    expect(decoded.request.certIds.map(({ serialNumber }) => hex(serialNumber))).toEqual([
      hex(authority.certificate.serialNumber),
      hex(other.certificate.serialNumber),
    ]);
    expect(decoded.request.nonce?.length).toBeGreaterThanOrEqual(16);
  });

  test("prints our request", async () => {
    const { text } = await opensslWords({ "r.der": request() }, ["ocsp", "-reqin", "r.der", "-req_text"]);
    expect(text).toContain("OCSP Nonce");
    expect(text).toContain(hex(authority.certificate.serialNumber).toUpperCase().replace(/^00/, ""));
  });

  test("signs a request, and its signature is passed over", async () => {
    const { output } = await opensslWords(
      { ...files, "key.pem": other.privateKey.export({ type: "pkcs8", format: "pem" }) },
      [
        ...["ocsp", "-issuer", "root.pem", "-cert", "one.pem", "-reqout", "r.der"],
        ...["-signer", "two.pem", "-signkey", "key.pem"],
      ],
      "r.der",
    );
    expect(output.length).toBeGreaterThan(500);
    expect(decodeOcspRequest(output)).toMatchObject({ accepted: true });
  });
});
