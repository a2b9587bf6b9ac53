import type { Mode } from "../../apiKeys/caller.js";

/** Why a tenant itself is written to, about no order. */
export type NoticeKind = "endpoint_failing" | "endpoint_disabled";

/** `dropped`: its reason was gone before it could be sent. */
export type NoticeState = "pending" | "sent" | "failed" | "dropped";

/** What came of the last request to an endpoint. */
export interface LastFailure {
  /** HTTP status; null: there was no answer. */
  readonly status: number | null;
  /** Why there was none: the attempt's `error_class`. */
  readonly error: string | null;
}

/** Nothing but failure for a while: since when, and when the endpoint is disabled if that goes on. */
export interface FailingFacts {
  readonly since: Date;
  readonly until: Date;
  readonly last: LastFailure | null;
}

/** The endpoint is told nothing any more. When, and why, its own row says. */
export interface DisabledFacts {
  /** Since when there was nothing but failure; null: that is not why. */
  readonly since: Date | null;
  readonly last: LastFailure | null;
}

/** What is written of a notice when it is asked for. */
export type NewNotice =
  | { readonly kind: "endpoint_failing"; readonly endpointId: string; readonly facts: FailingFacts }
  | { readonly kind: "endpoint_disabled"; readonly endpointId: string; readonly facts: DisabledFacts };

/** One notice to one person, as it waits to be sent. What it says is made when it is sent. */
export type Notice = NewNotice & {
  readonly id: string;
  readonly mode: Mode;
  readonly recipient: string;
  /** BCP 47. */
  readonly language: string;
  readonly createdAt: Date;
  /** How often it was taken up, this time counted. */
  readonly attempts: number;
};
