import type { TrailDraft } from "./trailDraft.js";
import type { TrailSigner } from "./trailSigner.js";

/** A signer of a draft; one whom the chain has not named before is there from now on. */
export function signerIn(draft: TrailDraft, id: string): TrailSigner {
  const known = draft.byId.signers.get(id);
  if (known) return known;
  const signer: TrailSigner = {
    signer: id,
    role: null,
    group: null,
    witness_of: null,
    language: null,
    authentication: null,
    person: null,
    personal: "none",
    state: "waiting",
    added_at: null,
    added_by: null,
    in_place_of: null,
    replacement: null,
    decision: null,
    changes: [],
    visits: [],
    codes: [],
    unlocks: [],
    statements: [],
    documents: [],
    pages: [],
    fields: [],
    consents: [],
    requests: [],
    certificates: [],
    signatures: [],
    keys: [],
    messages: [],
    reminders: [],
  };
  draft.byId.signers.set(id, signer);
  draft.signers.push(signer);
  return signer;
}
