import type { FailureCause } from "../../orders/failureCause.js";

/** Who is asked to act; a copy only receives. */
export type ActingRole = "signer" | "approver" | "witness";

/** What a message says first: placeholders in braces stand for what differs from one message to the next. */
export interface Passage {
  readonly subject: string;
  readonly heading: string;
  readonly lead: string;
}

/**
 * Everything that our messages say, in one language. Names and titles stand in the nominative and nothing agrees with
 * them, so that no sentence needs to know anybody's gender or how a name is declined.
 */
export interface Words {
  /** BCP 47, the primary subtag alone. */
  readonly language: string;
  /** `{signer}` */
  readonly greeting: string;
  /** On the button. */
  readonly action: Readonly<Record<ActingRole, string>>;
  /** `{sender}`, `{title}` */
  readonly invitation: Readonly<Record<ActingRole, Passage>>;
  /** Heading instead of the invitation's, for whoever was named by another signer. `{by}` */
  readonly inPlaceOf: Readonly<Record<ActingRole, string>>;
  /** `{sender}`, `{title}` */
  readonly reminder: Readonly<Record<ActingRole, Passage>>;
  /** `{sender}`, `{title}` */
  readonly linkChanged: Passage;
  /** `{title}` */
  readonly completed: Passage & {
    readonly attached: string;
    readonly linked: string;
    readonly button: string;
  };
  /** To those who were asked: `{sender}`, `{title}`; to the sender: `{by}`, `{title}`. */
  readonly refused: Passage & { readonly toSender: string };
  /** To those who were asked: `{sender}`, `{title}`; to the sender: `{title}`. */
  readonly expired: Passage & { readonly toSender: string };
  /** To those who were asked: `{sender}`, `{title}`; to the sender: `{title}`. */
  readonly failed: Passage & {
    readonly toSender: string;
    readonly causes: Readonly<Record<FailureCause, string>>;
  };
  /** `{sender}`, `{title}` */
  readonly cancelled: Passage;
  /** `{sender}`, `{title}` */
  readonly removed: Passage;
  /** `{code}`, `{sender}`, `{title}`; `life` with `{life}`, a length of time such as "10 minutes". */
  readonly code: Passage & {
    readonly life: string;
    readonly once: string;
    readonly warning: string;
  };
  /** Text messages: 160 characters of the alphabet of 3GPP TS 23.038 at most, so plain quotation marks. */
  readonly sms: {
    readonly invitation: Readonly<Record<ActingRole, string>>;
    readonly reminder: string;
    readonly linkChanged: string;
    readonly completed: string;
    /** The order was refused or cancelled or has failed, its time is over, or the person was taken off. */
    readonly over: string;
    /** Where neither sender nor title can be written or has room. */
    readonly plain: string;
    readonly code: string;
  };
  readonly labels: {
    readonly documents: string;
    readonly until: string;
    /** `{sender}` */
    readonly message: string;
    readonly reason: string;
    readonly missing: string;
    readonly witnessed: string;
    readonly test: string;
  };
  readonly footer: {
    /** Above the link in letters. */
    readonly paste: string;
    readonly personal: string;
    /** `{sender}` */
    readonly behalf: string;
    readonly noAnswers: string;
  };
}
