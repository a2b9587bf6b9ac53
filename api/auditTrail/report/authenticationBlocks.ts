import type { CodeAuthentication, CodeTry } from "../../../engine/auditTrail/trailAuthentication.js";
import type { TrailSigner } from "../../../engine/auditTrail/trailSigner.js";
import type { Label } from "../words/words.js";
import { stepNumber, whenAndBy } from "./columns.js";
import { deliveryCell } from "./messageBlocks.js";
import type { Speaker } from "./speaker.js";
import type { ReportBlock, ReportCell } from "./trailReport.js";
import { code, name, prose, table } from "./values.js";

/** How it was known that a signer is who they are said to be. */
export function authenticationBlocks(
  speaker: Speaker,
  { codes, unlocks, statements }: TrailSigner,
): ReportBlock[] {
  const label = (name: Label) => speaker.label(name);
  return [
    ...table(label("codes"), codes, [
      [label("id"), ({ code: id }) => code(id)],
      [label("channel"), ({ channel }) => speaker.term("channels", channel)],
      [label("state"), ({ state }) => speaker.term("codeStates", state)],
      [
        label("requested"),
        ({ requested_at: at, requested_by: by }) => [...speaker.time(at), ...speaker.actor(by)],
      ],
      [label("validUntil"), ({ expires_at: at }) => speaker.time(at)],
      [label("sentTo"), ({ sent_to: to, personal }) => [...code(to), ...speaker.disclosure(personal)]],
      [label("masked"), ({ sent_to_masked: masked }) => code(masked)],
      [label("sent"), ({ sent_at: at }) => speaker.time(at)],
      [label("providerId"), ({ provider_message_id: id }) => code(id)],
      [label("deliveries"), ({ deliveries }) => deliveryCell(speaker, deliveries)],
      [label("failed"), (each) => failureCell(speaker, each)],
      [label("notReplaced"), ({ failure }) => code(failure?.not_replaced ?? null)],
      [label("replacedBy"), ({ replaced_by: by }) => code(by)],
      [label("accepted"), ({ verified_at: at }) => speaker.time(at)],
      [label("locked"), ({ locked_at: at }) => speaker.time(at)],
      [label("next"), ({ next }) => speaker.term("channels", next)],
    ]),
    ...table(label("tries"), triesOf(codes), [
      ...whenAndBy(speaker),
      [label("id"), ({ code: id }) => code(id)],
      [label("state"), ({ result }) => speaker.term("tryResults", result)],
      [label("remaining"), ({ remaining_attempts: left }) => speaker.number(left)],
    ]),
    ...table(label("unlocks"), unlocks, whenAndBy(speaker)),
    ...table(label("statements"), statements, [
      ...whenAndBy(speaker),
      [label("method"), ({ method }) => speaker.term("methods", method)],
      [label("statedAt"), ({ stated_at: at }) => speaker.time(at)],
      [label("reference"), ({ reference }) => name(reference)],
      [
        label("statement"),
        ({ statement, personal }) => [...prose(statement), ...speaker.disclosure(personal)],
      ],
    ]),
  ];
}

function failureCell(speaker: Speaker, { failure }: CodeAuthentication): ReportCell {
  if (failure === null) return [];
  return [...speaker.failure(failure.reason), ...speaker.time(failure.at), stepNumber(speaker, failure.seq)];
}

/** What was typed for each code, one after the other. */
function triesOf(codes: readonly CodeAuthentication[]): (CodeTry & Pick<CodeAuthentication, "code">)[] {
  return codes.flatMap(({ code: id, tries }) => tries.map((each) => ({ ...each, code: id })));
}
