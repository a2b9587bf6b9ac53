import type { FailureCause } from "../../orders/failureCause.js";
import type { Letter } from "../letter.js";
import { facts, type Occasion, Voice } from "../voice.js";

/** To those who were asked: somebody refused. Who, and why, is the sender's to know. */
export function refused(occasion: Occasion): Letter {
  const voice = new Voice(occasion);
  return voice.letter("refused", voice.words.refused, []);
}

/** To the sender. @param by name of whoever refused */
export function refusedNotice(occasion: Occasion, by: string, reason: string | null): Letter {
  const voice = new Voice(occasion, { by, reason: reason ?? "" });
  const { refused: words, labels } = voice.words;
  return voice.letter(
    "refused_notice",
    { ...words, lead: words.toSender },
    voice.quote(labels.reason, reason),
  );
}

/** To those who were asked. */
export function cancelled(occasion: Occasion, reason: string | null): Letter {
  const voice = new Voice(occasion, { reason: reason ?? "" });
  const { cancelled: words, labels } = voice.words;
  return voice.letter("cancelled", words, voice.quote(labels.reason, reason));
}

/** To those who were asked. */
export function expired(occasion: Occasion, expiredAt: Date): Letter {
  const voice = new Voice(occasion, { expires: new Voice(occasion).time(expiredAt) });
  return voice.letter("expired", voice.words.expired, []);
}

/** To the sender. @param missing names of those who have not acted */
export function expiredNotice(occasion: Occasion, expiredAt: Date, missing: readonly string[]): Letter {
  const voice = new Voice(occasion, { expires: new Voice(occasion).time(expiredAt) });
  const { expired: words, labels } = voice.words;
  return voice.letter(
    "expired_notice",
    { ...words, lead: words.toSender },
    facts(voice.list(labels.missing, missing)),
  );
}

/** To those who were asked: it cannot be finished. */
export function failed(occasion: Occasion): Letter {
  const voice = new Voice(occasion);
  return voice.letter("failed", voice.words.failed, []);
}

/** To the sender. @param cause null: we have no words for it */
export function failedNotice(occasion: Occasion, cause: FailureCause | null): Letter {
  const { words } = new Voice(occasion);
  const reason = cause && words.failed.causes[cause];
  const voice = new Voice(occasion, { reason: reason ?? "" });
  return voice.letter(
    "failed_notice",
    { ...words.failed, lead: words.failed.toSender },
    voice.quote(words.labels.reason, reason),
  );
}

/** To somebody who was asked and no longer is. */
export function removed(occasion: Occasion): Letter {
  const voice = new Voice(occasion);
  return voice.letter("removed", voice.words.removed, []);
}
