import { sequence } from "../../../../engine/asn1/derWriter.js";
import { answerOcspRequest, type OcspResponder } from "../../../../engine/ocsp/answer.js";
import { encodeCertId } from "../../../../engine/ocsp/certId.js";
import type { GivenStatus } from "../../../../engine/ocsp/certificateStatus.js";
import { statusResponder } from "../../../../engine/ocsp/ocspProfile.js";
import { parseOcspResponse } from "../../../../engine/ocsp/parseOcspResponse.js";
import { ocspResponseSize } from "../../../../engine/ocsp/responseSize.js";
import { encodeOcspFailure } from "../../../../engine/ocsp/responseStatus.js";
import { verifyOcspResponse } from "../../../../engine/ocsp/verifyOcspResponse.js";
import { quickestWait } from "../../../support/processorTime.js";
import { hex } from "../asn1/hex.js";
import { now } from "../x509/hierarchy.js";
import { DAY, secondsAfter } from "../x509/revocationDesk.js";
import { answer, desk, nonce, request, responder } from "./desk.js";

const { root, authority, other } = desk;
const revoked: GivenStatus = {
  status: "revoked",
  revocationDate: secondsAfter(now, -3600),
  reason: "cACompromise",
};
const statusOf = (response: Uint8Array) => parseOcspResponse(response).status;

describe("an answer says", () => {
  test.each<[string, GivenStatus]>([
    ["good", { status: "good" }],
    ["revoked, when and why", revoked],
    ["revoked without a reason", { ...revoked, reason: null }],
    ["unknown", { status: "unknown" }],
  ])("%s, and is asked once about the serial number of the certificate", async (_what, status) => {
    const asked: string[] = [];
    const response = await answer({
      statusOf: async (serialNumber) => {
        asked.push(hex(serialNumber));
        return status;
      },
    });
    expect(asked).toEqual([hex(authority.certificate.serialNumber)]);
    const verified = verifyOcspResponse({
      response: parseOcspResponse(response),
      certificate: authority.certificate,
      issuer: root.certificate,
      at: now,
      nonce,
    });
    const second = {
      ...status,
      ...("revocationDate" in status && { revocationDate: new Date("2026-03-04T04:06:07Z") }),
    };
    expect(verified).toMatchObject({ certificateStatus: second, nonceRepeated: true, archiveCutoff: null });
    expect(verified.responder.sha256).toEqual(desk.responder.certificate.sha256);
    expect(verified.producedAt).toEqual(new Date("2026-03-04T05:06:07Z"));
    expect(verified.nextUpdate).toEqual(new Date("2026-03-05T05:06:07Z"));
  });

  test("since when expired certificates are answered for", async () => {
    const archiveCutoff = root.certificate.notBefore;
    const { basic } = parseOcspResponse(await answer({ profile: statusResponder({ archiveCutoff }) }));
    expect(basic?.responses.map((single) => single.archiveCutoff)).toEqual([archiveCutoff]);
  });

  test("nothing of a nonce when the request had none", async () => {
    const { basic } = parseOcspResponse(
      await answer(
        {},
        sequence(
          sequence(sequence(sequence(encodeCertId(authority.certificate, root.certificate, "sha256")))),
        ),
      ),
    );
    expect([basic?.nonce, basic?.responses[0]?.certId.digest]).toEqual([null, "sha256"]);
  });
});

describe("what cannot be answered is answered", () => {
  const ofOther = encodeCertId(authority.certificate, other.certificate, "sha1");
  const ours = encodeCertId(authority.certificate, root.certificate, "sha1");
  const asking = (...ids: Uint8Array[]) => sequence(sequence(sequence(...ids.map((id) => sequence(id)))));

  test("malformedRequest, when it is no request", async () => {
    expect(statusOf(await answer({}, Uint8Array.of(0x30, 0x80)))).toBe("malformedRequest");
  });
  test("unauthorized, when the certificate, or one of them, is another authority's", async () => {
    expect(statusOf(await answer({}, asking(ofOther)))).toBe("unauthorized");
    expect(statusOf(await answer({}, asking(ours, ofOther)))).toBe("unauthorized");
  });
  test("unauthorized, when it asks about more certificates than the profile allows", async () => {
    const eight = Array.from({ length: 8 }, () => ours);
    expect(statusOf(await answer({}, asking(...eight)))).toBe("successful");
    expect(statusOf(await answer({}, asking(...eight, ours)))).toBe("unauthorized");
  });
  test("without a signature, and in a handful of bytes", () => {
    for (const failure of ["internalError", "tryLater", "sigRequired", "unauthorized"] as const) {
      const der = encodeOcspFailure(failure);
      expect([der.length, parseOcspResponse(der)]).toEqual([5, { der, status: failure, basic: null }]);
    }
  });
});

describe("an answer is not signed", () => {
  const signed = countingSigner();
  test.each<[string, Partial<OcspResponder>, RegExp]>([
    [
      "by a responder that another authority delegated to",
      { responder: other.certificate },
      /responder_delegation/,
    ],
    [
      "to hold longer than its profile lets it",
      { nextUpdate: secondsAfter(now, 10 * DAY + 1) },
      /update_late/,
    ],
    [
      "when it is over before it is made",
      { thisUpdate: secondsAfter(now, -DAY), nextUpdate: secondsAfter(now, -60) },
      /update_order/,
    ],
    ["when what it knows is from the future", { thisUpdate: secondsAfter(now, 60) }, /update_order/],
    [
      "after its responder's certificate has ended",
      { now: secondsAfter(now, 301 * DAY), nextUpdate: secondsAfter(now, 302 * DAY) },
      /responder_validity/,
    ],
    [
      "about a revocation in the future",
      { statusOf: () => ({ ...revoked, revocationDate: secondsAfter(now, 5) }) },
      /revocation_date/,
    ],
    [
      "with a reason that we do not give",
      { statusOf: () => ({ ...revoked, reason: "certificateHold" as never }) },
      /revocation_reason/,
    ],
  ])("%s: revocation_lint_failed", async (_what, changes, rule) => {
    signed.count = 0;
    const refused = answer({ ...changes, sign: signed.sign });
    await expect(refused).rejects.toMatchObject({
      code: "revocation_lint_failed",
      message: expect.stringMatching(rule),
    });
    expect(signed.count).toBe(0);
  });

  test("by another key than the responder's: signature_invalid", async () => {
    await expect(answer({ sign: other.sign })).rejects.toMatchObject({ code: "signature_invalid" });
  });

  test("when the list of statuses fails, and the failure is the caller's to answer", async () => {
    const gone = new Error("database gone");
    const statusOf = () => Promise.reject(gone);
    await expect(answer({ statusOf })).rejects.toBe(gone);
  });
});

/** Counts how often it is asked to sign. */
function countingSigner() {
  const counter = {
    count: 0,
    sign: (message: Uint8Array) => {
      counter.count += 1;
      return desk.responder.sign(message);
    },
  };
  return counter;
}

describe("the size of an answer", () => {
  test.each<[string, Partial<OcspResponder>]>([
    ["a delegated responder", {}],
    ["the authority itself", { responder: null, sign: root.sign }],
  ])("of %s is no greater than estimated, and not much less", async (_who, changes) => {
    const one = responder({
      ...changes,
      profile: statusResponder({ archiveCutoff: now }),
      statusOf: () => revoked,
    });
    const longest = request({ digest: "sha256", nonce: new Uint8Array(128) });
    const { length } = await answerOcspRequest({ ...one, requestDer: longest });
    expect(length).toBeLessThanOrEqual(ocspResponseSize(one));
    expect(length).toBeGreaterThan(ocspResponseSize(one) - 16);
  });
});

test("an answer, signature and all, takes less than twenty milliseconds of one processor", async () => {
  const requestDer = request();
  const answered = () => answerOcspRequest({ ...responder(), requestDer });
  expect(await quickestWait(20, answered)).toBeLessThan(20);
});

test("the authority's own answer brings no certificate: who checks it has it", async () => {
  const { basic } = parseOcspResponse(await answer({ responder: null, sign: root.sign }));
  expect(basic?.certificates).toEqual([]);
});
