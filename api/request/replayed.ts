import type { Controller } from "@tsoa/runtime";
import type { Outcome } from "../idempotency/once.js";

/**
 * What a controller answers of an outcome, with the header that says so where it is the answer of an earlier request
 * with the same key.
 */
export function replayed<T>(controller: Controller, outcome: Outcome<T>): T {
  if (outcome.replayed) controller.setHeader("Idempotent-Replayed", "true");
  return outcome.value;
}
