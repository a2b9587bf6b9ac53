import type { Delivery } from "../../../engine/auditTrail/parts.js";
import type { TrailMessage } from "../../../engine/auditTrail/trailMessage.js";
import { stepNumber } from "./columns.js";
import type { Speaker } from "./speaker.js";
import type { ReportBlock, ReportCell } from "./trailReport.js";
import { code, table, words } from "./values.js";

/** What was written to somebody, and what became of it. @param caption null: the heading says it */
export function messageBlocks(
  speaker: Speaker,
  caption: string | null,
  messages: readonly TrailMessage[],
): ReportBlock[] {
  return table(caption, messages, [
    [speaker.label("id"), ({ message }) => code(message)],
    [speaker.label("kind"), ({ kind }) => speaker.term("messageKinds", kind)],
    [speaker.label("channel"), ({ channel }) => speaker.term("channels", channel)],
    [speaker.label("sentTo"), ({ to, personal }) => [...code(to), ...speaker.disclosure(personal)]],
    [speaker.label("sent"), ({ sent_at: at }) => speaker.time(at)],
    [speaker.label("providerId"), ({ provider_message_id: id }) => code(id)],
    [speaker.label("deliveries"), ({ deliveries }) => deliveryCell(speaker, deliveries)],
    [
      speaker.label("failed"),
      ({ failures }) =>
        failures.flatMap(({ reason, at, seq }) => [
          ...speaker.failure(reason),
          ...speaker.time(at),
          stepNumber(speaker, seq),
        ]),
    ],
  ]);
}

/** What a provider reported: the state, when we were told, and when it was as the provider says. */
export function deliveryCell(speaker: Speaker, deliveries: readonly Delivery[]): ReportCell {
  return deliveries.flatMap(({ state, at, seq, reported_at: reported }) => [
    ...speaker.term("deliveryStates", state),
    ...speaker.time(at),
    stepNumber(speaker, seq),
    ...(reported === null || reported === at
      ? []
      : [words(`${speaker.label("reportedAt")}:`), ...speaker.time(reported)]),
  ]);
}
