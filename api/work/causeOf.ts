import { EngineError } from "../../engine/error.js";
import { Failure } from "../failure/failure.js";
import { DeliveryError } from "../ports/delivery.js";
import { ObjectStoreError } from "../ports/objectStore.js";
import { TimestampError } from "../ports/timestampAuthority.js";

const sayable = [Failure, EngineError, TimestampError, ObjectStoreError, DeliveryError];

/**
 * Why a piece of work did not succeed, as its tenant may read it among what is stuck: sentences of our own. What a
 * system says names hosts, paths and rows, and stands in the log alone.
 */
export function causeOf(error: unknown): string {
  return error instanceof Error && sayable.some((kind) => error instanceof kind)
    ? error.message
    : "An unexpected fault, which the service's log names.";
}
