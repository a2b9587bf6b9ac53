/** What an order fails of, however long it is waited for: by name, and in the sentence that is its end's reason. */
export const failureCauses = {
  document_lost: "A stored document is gone.",
  document_altered: "A stored document is not what was given to us any more.",
  document_refused: "A document cannot be signed.",
  document_not_had: "A document could not be fetched, or what is to be placed does not fit it.",
} as const;

export type FailureCause = keyof typeof failureCauses;

/**
 * The cause that is the reason of a failed order's end.
 * @param reason as `orders.end_reason` has it: the cause's sentence, and where there is more to say, that
 */
export function failureCauseOf(reason: string | null): FailureCause | null {
  const names = Object.keys(failureCauses) as FailureCause[];
  return names.find((name) => reason?.startsWith(failureCauses[name])) ?? null;
}
