import type { EventReading } from "./eventReading.js";
import type { TrailDraft } from "./trailDraft.js";
import type { TrailSigner } from "./trailSigner.js";

/** Notes from which address and browser an event came, beside those that came from there before. */
export function noteVisit(draft: TrailDraft, event: EventReading, signer: TrailSigner): void {
  const ip = event.ownText("ip");
  const agent = event.ownText("user_agent");
  const session = event.ownText("session");
  const { at, actor: by } = event;
  if (ip === null && agent === null && session === null) return;
  const key = JSON.stringify([signer.signer, by.kind, by.id, ip, agent, session]);
  const known = draft.byId.visits.get(key);
  if (known) {
    known.last_at = at.at;
    known.steps.push(at.seq);
    return;
  }
  const seen = { by, ip, user_agent: agent, session, first_at: at.at, last_at: at.at, steps: [at.seq] };
  draft.byId.visits.set(key, seen);
  signer.visits.push(seen);
}
