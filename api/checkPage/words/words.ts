import type { OrderState } from "../../orders/state.js";

/** Everything that the check page says, in one language. What stands in braces differs from one page to the next. */
export interface CheckWords {
  /** BCP 47, the primary subtag alone. */
  readonly language: string;
  /** Its name in itself. */
  readonly name: string;
  readonly title: string;
  readonly lead: string;
  readonly compare: {
    readonly heading: string;
    readonly lead: string;
    readonly choose: string;
    readonly drop: string;
    /** `{file}` */
    readonly busy: string;
    /** `{file}` */
    readonly unreadable: string;
    readonly insecure: string;
    readonly byHand: string;
    readonly byHandHow: string;
  };
  /** About a file that was chosen; `{document}` is "Document 2". */
  readonly verdict: {
    readonly complete: string;
    readonly signed: string;
    readonly source: string;
    readonly none: string;
    readonly noneMore: string;
  };
  readonly record: {
    readonly heading: string;
    readonly order: string;
    readonly state: string;
    readonly created: string;
    /** When the state was reached that it is in for good. */
    readonly ended: string;
    readonly signatures: string;
    readonly approvals: string;
    /** `{given}`, `{asked}` */
    readonly share: string;
    readonly kept: string;
    readonly states: Readonly<Record<OrderState, string>>;
  };
  readonly documents: {
    readonly heading: string;
    /** `{number}` */
    readonly document: string;
    readonly information: string;
    readonly source: string;
    /** `{number}` */
    readonly signed: string;
    readonly sealed: string;
  };
  readonly trail: {
    readonly heading: string;
    readonly events: string;
    readonly head: string;
    readonly checkpoint: string;
    /** `{events}`, `{time}` */
    readonly covered: string;
    readonly uncovered: string;
    readonly note: string;
    readonly signature: string;
  };
  readonly over: {
    readonly heading: string;
    /** `{date}` */
    readonly until: string;
    readonly text: string;
  };
  readonly missing: { readonly heading: string; readonly text: string };
  readonly languages: string;
}
