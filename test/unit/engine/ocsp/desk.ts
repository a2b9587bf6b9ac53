import type { OcspResponder } from "../../../../engine/ocsp/answer.js";
import { answerOcspRequest } from "../../../../engine/ocsp/answer.js";
import { statusResponder } from "../../../../engine/ocsp/ocspProfile.js";
import { encodeOcspRequest } from "../../../../engine/ocsp/request.js";
import { now } from "../x509/hierarchy.js";
import { DAY, newDesk, secondsAfter } from "../x509/revocationDesk.js";

export const desk = await newDesk();
export const nonce = new Uint8Array(32).fill(9);

/** The desk's delegated responder, for which every certificate is good, with what is given changed. */
export const responder = (changes: Partial<OcspResponder> = {}): OcspResponder => ({
  profile: statusResponder(),
  issuer: desk.root.certificate,
  responder: desk.responder.certificate,
  now,
  nextUpdate: secondsAfter(now, DAY),
  statusOf: () => ({ status: "good" }),
  sign: desk.responder.sign,
  ...changes,
});

/** Asks about the desk's authority. */
export const request = (changes: Partial<Parameters<typeof encodeOcspRequest>[0]> = {}): Uint8Array =>
  encodeOcspRequest({
    certificate: desk.authority.certificate,
    issuer: desk.root.certificate,
    nonce,
    ...changes,
  });

export const answer = (changes: Partial<OcspResponder> = {}, requestDer = request()): Promise<Uint8Array> =>
  answerOcspRequest({ ...responder(changes), requestDer });
