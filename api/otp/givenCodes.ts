import type { Mode } from "../apiKeys/caller.js";
import { Failure } from "../failure/failure.js";
import type { Signer } from "../orders/order.js";
import type { Platform } from "../platform.js";
import { lockActingSigner } from "../signers/actingSigner.js";
import type { SignerSession } from "../signers/session.js";
import type { CodeRow } from "./codeRows.js";
import { acceptedCode, channelsOf, nextChannel, sessionEnd } from "./history.js";
import { sessionSeconds } from "./policy.js";
import { readCodesAndFields } from "./sendingState.js";

/** What a signer who has given every code that they were asked for may act with. */
export interface GivenCodes {
  readonly session: SignerSession;
  /** Until when. */
  readonly sessionExpiresAt: Date;
}

/**
 * The session of a signer all of whose codes were given. It ends with the first of them.
 * @param codes of the signer
 */
export function sessionOf(signer: Signer, codes: readonly CodeRow[], now: Date): GivenCodes {
  const { id, authentication, linkVersion } = signer;
  const given = channelsOf(authentication).map((channel) => acceptedCode(codes, channel, now)!);
  const ends = given.length > 0 ? given.map(sessionEnd) : [now.getTime() + sessionSeconds * 1000];
  return {
    session: {
      signerId: id,
      codeIds: given.map((code) => code.id),
      method: authentication,
      linkVersion,
    },
    sessionExpiresAt: new Date(Math.min(...ends)),
  };
}

/**
 * The session of a signer who need not give a code: none is asked for, or the tenant, whom codes are no secret from,
 * has given them all before.
 * @param own whether the signer asks, to whom another browser's codes are worth nothing
 * @throws Failure `otp_missing` for one who is to give a code, and those of a signer who may not act
 */
export async function openSession(
  platform: Pick<Platform, "database" | "clock">,
  tenantId: string,
  orderId: string,
  signerId: string,
  own: boolean,
  mode?: Mode,
): Promise<GivenCodes> {
  const now = platform.clock.now();
  return platform.database.withTenant(tenantId, async (transaction) => {
    const [{ signer }, { codes }] = await Promise.all([
      lockActingSigner(transaction, orderId, signerId, now, mode),
      readCodesAndFields(transaction, signerId, now),
    ]);
    const next = nextChannel(signer.authentication, own ? [] : codes, now);
    if (next !== null) {
      throw new Failure(
        "otp_missing",
        `This signer is asked for a code by ${next}; have it sent, and give it.`,
        {
          extensions: { next },
        },
      );
    }
    return sessionOf(signer, codes, now);
  });
}
