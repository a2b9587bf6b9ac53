import type { Database } from "../database/database.js";
import type { SecretBox } from "../ports/keyStore.js";
import type { ObjectStore } from "../ports/objectStore.js";
import type { Callback, CallbackFormName } from "./callback.js";

/** What a form may need to find out what there is to tell. */
export interface FormNeeds {
  readonly database: Database;
  readonly objectStore: ObjectStore;
  readonly secretBox: SecretBox;
  /** Where signers reach the service, without a trailing slash. */
  readonly publicUrl: string;
}

/** What a callback is to be told of. */
export interface ToldNotification {
  /** UUID. */
  readonly id: string;
  readonly type: string;
  readonly orderId: string | null;
  /** Number of its event in the order's audit trail. */
  readonly sequence: number | null;
  readonly occurredAt: Date;
  /** JSON, as webhook endpoints get it. */
  readonly payload: string;
}

/** What is sent. */
export interface CallbackBody {
  readonly body: string;
  readonly contentType: string;
  /** That it was made for this request of what is known now. It names people, and is kept nowhere. */
  readonly isRendered: boolean;
}

/** How a callback is told: of what, how often, and in whose words. */
export interface CallbackForm {
  /** Types of events of a callback that names none. */
  readonly events: readonly string[];
  /** Milliseconds that one request may take. */
  readonly timeoutMs: number;
  /** Seconds to wait after each try that failed; when there is none left the delivery has failed. */
  pauses(callback: Pick<Callback, "retries">): readonly number[];
  /**
   * The body of one request, as things are now.
   * @returns null where there is nothing to tell any more
   */
  body(
    needs: FormNeeds,
    tenantId: string,
    callback: Callback,
    notification: ToldNotification,
  ): Promise<CallbackBody | null>;
}

export type CallbackForms = Readonly<Record<CallbackFormName, CallbackForm>>;
