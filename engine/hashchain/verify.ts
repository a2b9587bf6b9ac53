import { isAuditExport, isExportedEvent } from "./auditExport.js";
import { type EventBody, emptyChainHead, eventHash, type PersonalData, personalCommitment } from "./event.js";

/** What is wrong with a chain; `seq` is the place in the file, counted from 1, or null for the file as a whole. */
export interface ChainFault {
  readonly code:
    | "format_unknown"
    | "event_malformed"
    | "order_mismatch"
    | "sequence_gap"
    | "previous_mismatch"
    | "hash_mismatch"
    | "personal_mismatch"
    | "length_mismatch"
    | "head_mismatch"
    | "time_reversed";
  readonly seq: number | null;
  readonly message: string;
}

export interface ChainVerdict {
  readonly faults: readonly ChainFault[];
  /** How many events were read. */
  readonly events: number;
  /** Events whose personal data were there and matched their commitment. */
  readonly personalChecked: number;
  /** Events that commit to personal data which are no longer in the file. */
  readonly personalWithheld: number;
}

/**
 * Checks an exported audit trail: each hash, each link, the numbering, the commitments and the stated head.
 * A cut at the end whose stated length and head were rewritten to match cannot be seen from the file alone.
 * @param file the parsed JSON; anything at all is taken, and a verdict names what is wrong with it
 */
export function verifyAuditExport(file: unknown): ChainVerdict {
  const faults: ChainFault[] = [];
  const fault = (code: ChainFault["code"], seq: number | null, message: string) =>
    faults.push({ code, seq, message });
  let personalChecked = 0;
  let personalWithheld = 0;

  if (!isAuditExport(file)) {
    fault("format_unknown", null, 'The file is not an audit trail of the format "paraph-audit/1".');
    return { faults, events: 0, personalChecked, personalWithheld };
  }
  let previous = emptyChainHead;
  let lastTime = "";
  let lastSeq = 0;
  file.events.forEach((event, index) => {
    const seq = index + 1;
    if (!isExportedEvent(event)) {
      fault("event_malformed", seq, `Event ${seq} is not of the expected form.`);
      lastSeq += 1;
      return;
    }
    const { body, hash, personal } = event;
    if (body.order !== file.order) fault("order_mismatch", seq, `Event ${seq} belongs to another order.`);
    // Numbers go on from a gap, so that it is named once and not with every event behind it.
    lastSeq += 1;
    if (body.seq !== lastSeq) {
      fault(
        "sequence_gap",
        seq,
        `Event ${seq} of the file says that it is number ${body.seq}, and not ${lastSeq}.`,
      );
    }
    if (body.previous !== previous) {
      fault("previous_mismatch", seq, `Event ${seq} does not follow the event before it.`);
    }
    const computed = hashOrNull(body);
    if (computed !== hash) fault("hash_mismatch", seq, `Event ${seq} was changed: its hash does not match.`);
    if (body.time < lastTime)
      fault("time_reversed", seq, `Event ${seq} is earlier than the event before it.`);
    if (personal !== undefined) {
      if (body.personal === undefined || commitmentOrNull(personal) !== body.personal) {
        fault("personal_mismatch", seq, `The personal data of event ${seq} were changed.`);
      } else personalChecked++;
    } else if (body.personal !== undefined) personalWithheld++;
    previous = hash;
    lastTime = body.time;
    lastSeq = body.seq;
  });
  const { length, head } = file.chain;
  if (length !== file.events.length) {
    fault("length_mismatch", null, `The file states ${length} events and holds ${file.events.length}.`);
  }
  if (head !== previous) fault("head_mismatch", null, "The stated head is not the hash of the last event.");
  return { faults, events: file.events.length, personalChecked, personalWithheld };
}

function hashOrNull(body: EventBody): string | null {
  try {
    return eventHash(body);
  } catch {
    // A body that has no canonical form (a lone surrogate, say) cannot have been hashed by us: a mismatch.
    return null;
  }
}

function commitmentOrNull(personal: PersonalData): string | null {
  try {
    return personalCommitment(personal);
  } catch {
    return null;
  }
}
