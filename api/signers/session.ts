import { jwtVerify, SignJWT } from "jose";
import { Failure } from "../failure/failure.js";
import type { VerifiedCode } from "../otp/verifyCode.js";
import type { Platform } from "../platform.js";

/** What a session token says: this signer has given this code. */
export interface SignerSession {
  readonly signerId: string;
  readonly codeId: string;
}

const issuer = "paraph";
const audience = "paraph signer";

/**
 * Makes the token that a signer signs with: a JWT (RFC 7519) with HS256 under a key of its own. It is good until
 * the verified code's time is over, and for one signing only, because the code can be used up once.
 */
export async function issueSession(
  platform: Pick<Platform, "clock" | "secretBox">,
  signerId: string,
  code: VerifiedCode,
): Promise<string> {
  return new SignJWT({})
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(signerId)
    .setJti(code.codeId)
    .setIssuedAt(seconds(platform.clock.now()))
    .setExpirationTime(seconds(code.sessionExpiresAt))
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
    if (typeof payload.jti !== "string") throw new Error("The token has no jti.");
    return { signerId, codeId: payload.jti };
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
