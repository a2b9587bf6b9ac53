import {
  type AuditExport,
  type ExportedEvent,
  isExportedEvent,
  type UncheckedExport,
} from "../hashchain/auditExport.js";
import type { AuditTrail, TrailStep } from "./auditTrail.js";
import { EventReading } from "./eventReading.js";
import { codeReaders } from "./readCode.js";
import { custodyReaders } from "./readCustody.js";
import { type About, nothing, type OrderReader, type SignerReader } from "./reader.js";
import { messageReaders, senderMessageReaders } from "./readMessage.js";
import { orderReaders } from "./readOrder.js";
import { proofReaders } from "./readProof.js";
import { signerReaders } from "./readSigner.js";
import { sealReaders, signingReaders } from "./readSigning.js";
import { signerIn } from "./signerDraft.js";
import { newDraft, type TrailDraft } from "./trailDraft.js";
import { noteVisit } from "./visits.js";

const ofTheOrder = new Map<string, OrderReader>(
  [orderReaders, sealReaders, senderMessageReaders, custodyReaders].flatMap(Object.entries<OrderReader>),
);
const ofASigner = new Map<string, SignerReader>(
  [signerReaders, codeReaders, messageReaders, proofReaders, signingReaders].flatMap(
    Object.entries<SignerReader>,
  ),
);

/** Every type of event that is told of in words. */
export const knownEventTypes: readonly string[] = [...new Set([...ofTheOrder.keys(), ...ofASigner.keys()])];

/**
 * An order's audit trail, from its chain of events and nothing else. Chains of earlier and later versions are taken:
 * what they do not say is null, and what this version does not know stands with its step. The hashes are not checked;
 * `verifyAuditExport` does that. Nothing that has the form of an export makes it fail.
 */
export function auditTrailOf(file: AuditExport | UncheckedExport): AuditTrail {
  const events = (file.events as readonly unknown[]).filter(isExportedEvent);
  const erased = new Set(
    events.filter(({ body }) => body.type === "signer.erased").map(({ body }) => body.signer ?? ""),
  );
  const draft = newDraft(file.order);
  const steps = events.map((event) => stepOf(draft, event, erased));
  for (const signer of draft.signers) if (erased.has(signer.signer)) signer.personal = "erased";
  const { procedure, documents, signers, messages, custody } = draft;
  const { length, head, hash, canonicalization } = file.chain;
  return {
    format: "paraph-audit-trail/1",
    procedure,
    documents,
    signers,
    messages,
    custody,
    steps,
    chain: {
      length,
      head,
      hash,
      canonicalization,
      exported_at: typeof file.exported_at === "string" ? file.exported_at : null,
      unreadable: file.events.length - events.length,
    },
  };
}

function stepOf(draft: TrailDraft, exported: ExportedEvent, erased: ReadonlySet<string>): TrailStep {
  const event = new EventReading(exported, erased);
  const signer = event.signer === null ? null : signerIn(draft, event.signer);
  if (signer) noteVisit(draft, event, signer);
  const forSigner = signer && ofASigner.get(event.type);
  const forOrder = ofTheOrder.get(event.type);
  let about: About = nothing;
  if (signer && forSigner) about = forSigner(draft, event, signer);
  else if (forOrder) about = forOrder(draft, event);
  return {
    ...event.at,
    type: event.type,
    known: Boolean(forSigner ?? forOrder),
    actor: event.actor,
    signer: event.signer,
    personal: event.personal,
    about: Object.entries(about).flatMap(([name, value]) =>
      value === null ? [] : [{ name, value: String(value) }],
    ),
    further: event.rest(),
    hash: exported.hash,
  };
}
