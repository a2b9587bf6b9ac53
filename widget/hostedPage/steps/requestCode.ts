import { Problem } from "../calls/failure.js";
import type { Visit } from "../visit.js";

/** A code that was sent less than a pause ago is still on its way: it is awaited, not an error. */
export type CodeRequest = "sent" | "on its way" | "locked";

function inSeconds(seconds: number): string {
  return new Date(Date.now() + seconds * 1000).toISOString();
}

/** Asks for a code, and notes what the server says of it. @throws NoAnswer, Problem other than too soon and locked */
export async function requestCode({ calls, keeper, status }: Visit): Promise<CodeRequest> {
  const { channels, masked_to } = status.authentication;
  const { nextChannel } = keeper.draft;
  const first = channels.find(({ channel, accepted }) => (nextChannel ? channel === nextChannel : !accepted));
  try {
    const sent = await calls.sendCode();
    keeper.change({
      code: {
        sentTo: sent.sent_to,
        channel: sent.channel,
        length: sent.length,
        alphabet: sent.alphabet,
        expiresAt: sent.expires_at,
        resendAt: inSeconds(sent.resend_after_seconds),
      },
    });
    return "sent";
  } catch (failure) {
    if (!(failure instanceof Problem)) throw failure;
    const before = keeper.draft.code ?? {
      sentTo: first?.masked_to ?? masked_to,
      channel: first?.channel ?? "email",
    };
    if (failure.code === "otp_too_soon") {
      keeper.change({ code: { ...before, resendAt: inSeconds(failure.number("retry_after") ?? 60) } });
      return "on its way";
    }
    if (failure.code === "otp_locked") {
      const resendAt = inSeconds(failure.number("retry_after") ?? 0);
      keeper.change({ code: { ...before, resendAt, spent: "locked" } });
      return "locked";
    }
    throw failure;
  }
}
