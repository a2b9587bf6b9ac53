import { issueToken, type TimestampUnit } from "./issueToken.js";
import { decodeTimestampRequest } from "./request.js";
import { encodeGranted, encodeRejection } from "./response.js";

/**
 * Answers a time-stamp request (RFC 3161 2.4, RFC 5816, ETSI EN 319 422).
 * @param input.requestDer what anybody may have sent
 * @returns TimeStampResp DER: a granted token, or a rejection that says why. Whatever the request is, it is answered;
 *   the promise rejects only with what `sign` threw, or because the unit's own certificate has no usable key, which
 *   the caller logs and answers with `systemFailure`
 */
export async function answerTimestampRequest(
  input: TimestampUnit & { readonly requestDer: Uint8Array },
): Promise<Uint8Array> {
  const decoded = decodeTimestampRequest(input.requestDer);
  if (!decoded.accepted) return encodeRejection(decoded.failure, decoded.text);
  const { policy } = decoded.request;
  if (policy !== null && policy !== input.policy) {
    return encodeRejection("unacceptedPolicy", `The one policy here is ${input.policy}.`);
  }
  return encodeGranted(await issueToken(decoded.request, input));
}
