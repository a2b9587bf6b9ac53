import type { Placeholder } from "../phrase.js";

/** What a tenant may word otherwise, by language and occasion. Kept in `profiles.texts`. */
export type Texts = Readonly<Record<string, Readonly<Partial<Record<TextKind, TextSlots>>>>>;

/** `_notice`: what the sender is told. */
export type TextKind =
  | "invitation"
  | "approval"
  | "witness"
  | "reminder"
  | "link_changed"
  | "completed"
  | "refused"
  | "refused_notice"
  | "cancelled"
  | "expired"
  | "expired_notice"
  | "failed"
  | "failed_notice"
  | "removed"
  | "code";

/** The parts of one message. Each takes the placeholders of its occasion, in braces. */
export interface TextSlots {
  /** @maxLength 200 */
  subject?: string;
  /** @maxLength 200 */
  heading?: string;
  /** @maxLength 3000 */
  lead?: string;
  /** @maxLength 60 */
  button?: string;
  /** @maxLength 1000 */
  closing?: string;
  /** @maxLength 300 */
  sms?: string;
}

export type TextSlot = keyof TextSlots;

/** Characters at most. */
export const slotLengths: Readonly<Record<TextSlot, number>> = {
  subject: 200,
  heading: 200,
  lead: 3000,
  button: 60,
  closing: 1000,
  sms: 300,
};

interface KindRules {
  readonly placeholders: readonly Placeholder[];
  readonly slots: readonly TextSlot[];
  /** What its text message cannot do without. */
  readonly smsNeeds?: Placeholder;
}

const always = ["sender", "title", "signer"] as const;
const asking: KindRules = {
  placeholders: [...always, "link", "expires"],
  slots: ["subject", "heading", "lead", "button", "closing", "sms"],
  smsNeeds: "link",
};
const told: readonly TextSlot[] = ["subject", "heading", "lead", "closing", "sms"];
const noticed: readonly TextSlot[] = ["subject", "heading", "lead", "closing"];

/** A reason for refusing is the sender's to know: no text to the others can show it. */
export const kindRules: Readonly<Record<TextKind, KindRules>> = {
  invitation: asking,
  approval: asking,
  witness: asking,
  reminder: asking,
  link_changed: asking,
  completed: { ...asking, placeholders: [...always, "link"] },
  refused: { placeholders: always, slots: told },
  refused_notice: { placeholders: [...always, "by", "reason"], slots: noticed },
  cancelled: { placeholders: [...always, "reason"], slots: told },
  expired: { placeholders: [...always, "expires"], slots: told },
  expired_notice: { placeholders: [...always, "expires"], slots: noticed },
  failed: { placeholders: always, slots: told },
  failed_notice: { placeholders: [...always, "reason"], slots: noticed },
  removed: { placeholders: always, slots: told },
  code: {
    placeholders: [...always, "code", "life"],
    slots: ["subject", "heading", "lead", "closing", "sms"],
    smsNeeds: "code",
  },
};
