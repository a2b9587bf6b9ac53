import { jwtVerify, SignJWT } from "jose";
import { validate } from "uuid";
import { Failure } from "../failure/failure.js";
import { newUuid } from "../ids/id.js";
import type { Authentication } from "../orders/order.js";
import type { Platform } from "../platform.js";

/** What a session token says: this signer has given these codes, which are all that they were asked for. */
export interface SignerSession {
  readonly signerId: string;
  /** UUIDs, in the order in which they were asked for; none where no code is asked for. */
  readonly codeIds: readonly string[];
  readonly method: Authentication;
  /** Which of the signer's links it began with. */
  readonly linkVersion: number;
}

const issuer = "paraph";
const audience = "paraph signer";
const methods: readonly Authentication[] = ["email", "sms", "both", "none"];

/**
 * Makes the token that a signer acts with: a JWT (RFC 7519) with HS256 under a key of its own. It is good for one
 * signing only, because codes can be used up once and a signer signs once.
 * @param until when the first of the codes ends
 */
export async function issueSession(
  platform: Pick<Platform, "clock" | "random" | "secretBox">,
  { signerId, codeIds, method, linkVersion }: SignerSession,
  until: Date,
): Promise<string> {
  return new SignJWT({ codes: codeIds, method, link: linkVersion })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(signerId)
    .setJti(newUuid(platform.clock, platform.random))
    .setIssuedAt(seconds(platform.clock.now()))
    .setExpirationTime(seconds(until))
    .sign(sessionKey(platform));
}

/**
 * Reads a token for one signer.
 * @throws Failure `session_missing`, `session_expired` (also for a token that is forged or another signer's)
 */
export async function readSession(
  platform: Pick<Platform, "clock" | "secretBox">,
  signerId: string,
  token: string | null,
): Promise<SignerSession> {
  if (token === null) {
    throw new Failure(
      "session_missing",
      "Send the session token as `Authorization: Bearer …`; a verified code gives one.",
    );
  }
  try {
    const { payload } = await jwtVerify(token, sessionKey(platform), {
      issuer,
      audience,
      subject: signerId,
      algorithms: ["HS256"],
      currentDate: platform.clock.now(),
    });
    const { codes, method, link } = payload;
    const known = methods.find((candidate) => candidate === method);
    const whole = Array.isArray(codes) && codes.every((code) => validate(code));
    if (!known || !whole || typeof link !== "number") throw new Error("The token is not one of ours.");
    return { signerId, codeIds: codes, method: known, linkVersion: link };
  } catch (error) {
    throw new Failure("session_expired", "The session is over; have a new code sent.", { cause: error });
  }
}

function sessionKey(platform: Pick<Platform, "secretBox">): Uint8Array {
  return platform.secretBox.mac(new Uint8Array(0), "signer session key");
}

function seconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}
