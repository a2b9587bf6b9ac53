/** What an endpoint's last request came to, as whoever looks after it may need to know. */
export type FailureWord =
  /** `{status}` */
  | "answered"
  /** `{status}` */
  | "redirected"
  | "notFound"
  | "refused"
  | "broken"
  | "insecure"
  | "timeout"
  | "garbled"
  | "forbidden"
  | "unsent";

/**
 * Everything that notices say, in one language. Their first reader may never have heard of webhooks and is to know whom
 * to hand them to. Dates stand among the facts and in no sentence, so that none needs to know how a date is declined.
 */
export interface NoticeWords {
  /** BCP 47, the primary subtag alone. */
  readonly language: string;
  /** What a webhook endpoint is, to somebody who has never heard of one. */
  readonly about: string;
  readonly failing: {
    /** `{endpoint}` */
    readonly subject: string;
    readonly heading: string;
    readonly lead: string;
    readonly forward: string;
    readonly next: string;
    /** Label of the request that shows them. */
    readonly attempts: string;
  };
  readonly disabled: {
    /** `{endpoint}` */
    readonly subject: string;
    readonly heading: string;
    /** Why: it answered 410; nothing but failure for five days. */
    readonly gone: string;
    readonly failing: string;
    readonly forward: string;
    readonly next: string;
    /** Labels of the requests that do so. */
    readonly enable: string;
    readonly replay: string;
  };
  readonly failures: Readonly<Record<FailureWord, string>>;
  readonly labels: {
    readonly endpoint: string;
    readonly since: string;
    readonly last: string;
    readonly waiting: string;
    readonly until: string;
    readonly disabled: string;
    /** Above everything, where it concerns test mode alone. */
    readonly test: string;
  };
  /** Why its reader gets it. */
  readonly footer: string;
}
