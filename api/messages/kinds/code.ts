import type { Letter } from "../letter.js";
import { lengthOfTime } from "../times.js";
import { type Occasion, text, Voice } from "../voice.js";
import { wordsFor } from "../words/languages.js";

/** A one-time code, in clear. */
export interface Code {
  readonly code: string;
  readonly lifeSeconds: number;
  /** Whether it can be given several times as long as it is good. */
  readonly reusable: boolean;
  /** The caller's own sentence for this one signer; `{OTP}` or `{code}` stands for the code. Null: ours. */
  readonly ownText: string | null;
}

/** The code stands in the subject as well, so that a phone shows it in its notification and can offer to fill it in. */
export function codeLetter(occasion: Occasion, { code, lifeSeconds, reusable, ownText }: Code): Letter {
  const { language, code: words } = wordsFor(occasion.language);
  const voice = new Voice(occasion, { code, life: lengthOfTime(lifeSeconds, language) });
  const lead = ownText === null ? words.lead : withCode(ownText);
  return voice.letter("code", { ...words, lead }, [
    { kind: "code", code },
    text([voice.say(words.life), ...(reusable ? [] : [words.once])].join(" ")),
    { kind: "note", text: words.warning },
  ]);
}

/** CertSign's name of the placeholder is taken for ours. */
export function withCode(template: string): string {
  return template.replaceAll("{OTP}", "{code}");
}
