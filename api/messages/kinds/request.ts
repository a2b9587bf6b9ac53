import type { TextKind } from "../branding/texts.js";
import type { Letter } from "../letter.js";
import { facts, type Occasion, Voice } from "../voice.js";
import type { ActingRole, Passage } from "../words/words.js";

/** Somebody is asked to act. */
export interface Request {
  readonly role: ActingRole;
  /** Their own link. */
  readonly link: string;
  readonly expiresAt: Date;
  /** Names of the documents. */
  readonly documents: readonly string[];
  /** What the sender writes to them. */
  readonly message: string | null;
  /** The signer who named them, where one did. */
  readonly inPlaceOf: string | null;
  /** Whose signature they witness. */
  readonly witnessOf: string | null;
}

const ownTextOf: Readonly<Record<ActingRole, TextKind>> = {
  signer: "invitation",
  approver: "approval",
  witness: "witness",
};

/** Their turn has come. */
export function invitation(occasion: Occasion, request: Request): Letter {
  const voice = voiceFor(occasion, request);
  const passage = voice.words.invitation[request.role];
  const heading = request.inPlaceOf === null ? passage.heading : voice.words.inPlaceOf[request.role];
  return asking(voice, ownTextOf[request.role], { ...passage, heading }, request);
}

/** Their turn came a while ago. */
export function reminder(occasion: Occasion, request: Request): Letter {
  const voice = voiceFor(occasion, request);
  return asking(voice, "reminder", voice.words.reminder[request.role], request);
}

/** The link that they had works no more. */
export function linkChanged(occasion: Occasion, request: Request): Letter {
  const voice = voiceFor(occasion, request);
  return asking(voice, "link_changed", voice.words.linkChanged, request);
}

function voiceFor(occasion: Occasion, request: Request): Voice {
  const { link, expiresAt, inPlaceOf } = request;
  const expires = new Voice(occasion).time(expiresAt);
  return new Voice(occasion, { link, expires, ...(inPlaceOf !== null && { by: inPlaceOf }) });
}

function asking(voice: Voice, kind: TextKind, passage: Passage, request: Request): Letter {
  const { words } = voice;
  const { labels, footer } = words;
  return voice.letter(
    kind,
    passage,
    [
      ...voice.quote(labels.message, request.message),
      ...facts(
        voice.documents(request.documents),
        voice.list(labels.witnessed, request.witnessOf === null ? [] : [request.witnessOf]),
        [{ label: labels.until, values: [voice.time(request.expiresAt)] }],
      ),
      {
        kind: "button",
        label: voice.own(kind, "button") ?? words.action[request.role],
        url: request.link,
        paste: footer.paste,
      },
    ],
    [footer.personal],
  );
}
