import { oid } from "../../../../engine/asn1/derObjectIdentifier.js";
import { enumerated, explicit, nullValue, octetString, sequence } from "../../../../engine/asn1/derWriter.js";
import { oids } from "../../../../engine/asn1/oids.js";
import { parseOcspResponse } from "../../../../engine/ocsp/parseOcspResponse.js";
import { encodeOcspFailure } from "../../../../engine/ocsp/responseStatus.js";
import { type AskedStatus, verifyOcspResponse } from "../../../../engine/ocsp/verifyOcspResponse.js";
import { extension } from "../../../../engine/x509/extensions.js";
import { ocspResponder, timestampUnit } from "../../../../engine/x509/profiles.js";
import { now } from "../x509/hierarchy.js";
import { DAY, holder, newDesk, secondsAfter } from "../x509/revocationDesk.js";
import { answer, desk, nonce } from "./desk.js";
import { strangersResponse } from "./strangersResponse.js";

const { root, authority, other } = desk;
const good = await answer();

const verify = (der: Uint8Array, changes: Partial<AskedStatus> = {}) =>
  verifyOcspResponse({
    response: parseOcspResponse(der),
    certificate: authority.certificate,
    issuer: root.certificate,
    at: now,
    ...changes,
  });

const invalid = (pattern: RegExp) =>
  expect.objectContaining({ code: "revocation_invalid", message: expect.stringMatching(pattern) });

describe("a response can be relied on", () => {
  test("that the issuer signed itself and that names it, with a certificate or without", () => {
    for (const certificates of [[], [root.certificate.der]]) {
      const found = verify(strangersResponse({ certificates }));
      expect(found).toMatchObject({
        certificateStatus: { status: "good" },
        nextUpdate: null,
        nonceRepeated: false,
      });
      expect(found.responder).toBe(root.certificate);
    }
  });

  test("that does not repeat the nonce, which is then said", () => {
    expect(verify(strangersResponse(), { nonce }).nonceRepeated).toBe(false);
    expect(verify(good, { nonce }).nonceRepeated).toBe(true);
  });

  test("within its time, and five minutes of two clocks", () => {
    expect(verify(good, { at: secondsAfter(now, -299) }).certificateStatus.status).toBe("good");
    expect(verify(good, { at: secondsAfter(now, DAY + 299) }).certificateStatus.status).toBe("good");
  });

  test("that an old responder made, its nonce bare", () => {
    const bare = extension(oids.ocspNonce, false, nonce);
    expect(verify(strangersResponse({ extensions: bare }), { nonce }).nonceRepeated).toBe(true);
  });
});

describe("a response cannot be relied on", () => {
  test("that has no answer", () => {
    expect(() => verify(encodeOcspFailure("tryLater"))).toThrow(invalid(/tryLater/));
  });
  test("about another certificate or another issuer's", () => {
    expect(() => verify(good, { certificate: other.certificate })).toThrow(invalid(/not answer for this/));
    expect(() => verify(good, { issuer: other.certificate })).toThrow(invalid(/not answer for this/));
  });
  test("before and after its time", () => {
    expect(() => verify(good, { at: secondsAfter(now, -301) })).toThrow(invalid(/begins later/));
    expect(() => verify(good, { at: secondsAfter(now, DAY + 301) })).toThrow(invalid(/was to be replaced/));
    const withoutEnd = strangersResponse();
    expect(verify(withoutEnd, { at: secondsAfter(now, 299) }).nextUpdate).toBeNull();
    expect(() => verify(withoutEnd, { at: secondsAfter(now, 301) })).toThrow(invalid(/was to be replaced/));
    expect(() => verify(good, { at: secondsAfter(now, -5), toleranceSeconds: 0 })).toThrow(
      invalid(/begins later/),
    );
  });
  test("made for another request", () => {
    expect(() => verify(good, { nonce: new Uint8Array(32) })).toThrow(invalid(/another nonce/));
  });
  test("whose signer it does not bring", () => {
    expect(() => verify(strangersResponse({ signer: desk.responder, certificates: [] }))).toThrow(
      invalid(/no certificate of its/),
    );
  });
  test("signed by an authority that the issuer certified for other things", () => {
    expect(() => verify(strangersResponse({ signer: other }))).toThrow(invalid(/not for signing OCSP/));
  });
  test("signed by a time-stamping unit", async () => {
    const unit = await holder(timestampUnit(), "Unit", root);
    expect(() => verify(strangersResponse({ signer: unit }))).toThrow(invalid(/not for signing OCSP/));
  });
  test("signed by a responder that an authority below the issuer named", async () => {
    const below = await holder(ocspResponder(), "Below", authority);
    expect(() => verify(strangersResponse({ signer: below }))).toThrow(
      invalid(/not issued by the certificate's issuer/),
    );
  });
  test("signed by a responder whose certificate the issuer's namesake signed", async () => {
    const namesake = await newDesk();
    expect(() => verify(strangersResponse({ signer: namesake.responder }))).toThrow(
      invalid(/not signed by the certificate's issuer/),
    );
  });
  test("by the issuer's name with another key", async () => {
    const namesake = await newDesk();
    expect(() => verify(strangersResponse({ signer: namesake.root }))).toThrow(invalid(/signature/));
  });
  test("once its responder's certificate has ended", async () => {
    const brief = await holder(ocspResponder(), "Brief", root, { notAfter: secondsAfter(now, 600) });
    const response = await answer({ responder: brief.certificate, sign: brief.sign });
    expect(verify(response).certificateStatus.status).toBe("good");
    expect(() => verify(response, { at: secondsAfter(now, 1200) })).toThrow(invalid(/was not valid/));
  });
  test("with a critical extension that is not understood", () => {
    const unknown = extension("1.2.3.4", true, nullValue());
    expect(() => verify(strangersResponse({ extensions: unknown }))).toThrow(invalid(/1\.2\.3\.4/));
  });
});

describe("a response is refused as malformed", () => {
  const malformed = (pattern: RegExp) =>
    expect.objectContaining({ code: "asn1_malformed", message: expect.stringMatching(pattern) });
  test.each([
    ["of a status that nobody knows", sequence(enumerated(4)), /unknown status 4/],
    ["that is successful and has no answer", sequence(enumerated(0)), /contradicts/],
    ["longer than 256 KiB", new Uint8Array(256 * 1024 + 1), /longer than 262144/],
    [
      "of another type than basic",
      sequence(enumerated(0), explicit(0, sequence(oid("1.2.3"), octetString(nonce)))),
      /type 1\.2\.3/,
    ],
    [
      "with more than 16 certificates",
      strangersResponse({ certificates: Array.from({ length: 17 }, () => root.certificate.der) }),
      /more than 16/,
    ],
  ])("%s", (_what, der, pattern) => {
    expect(() => parseOcspResponse(der)).toThrow(malformed(pattern));
  });
});
