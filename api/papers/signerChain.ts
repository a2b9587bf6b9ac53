import type { AuditExport, ExportedEvent } from "../../engine/hashchain/auditExport.js";
import type { ChainStep } from "./attestation.js";

/** One signer's part of a chain, oldest event first. */
export class SignerChain {
  constructor(
    private readonly audit: AuditExport,
    /** Public id. */
    private readonly signer: string,
  ) {}

  /** Events of a type that concern the signer. */
  all(type: string): ExportedEvent[] {
    return this.audit.events.filter(({ body }) => body.type === type && body.signer === this.signer);
  }

  /** The last such event, of those that something holds for. @throws Error where there is none */
  last(type: string, holds: (event: ExportedEvent) => boolean = () => true): ExportedEvent {
    const found = this.all(type).findLast(holds);
    if (found === undefined) throw new Error(`The chain of ${this.audit.order} has no ${type} that fits.`);
    return found;
  }
}

export function stepOf({ body, hash }: ExportedEvent): ChainStep {
  return { seq: body.seq, at: body.time, hash };
}

/** A member of an event's data that is a text; null where it is not there. */
export function textIn(event: ExportedEvent, name: string): string | null {
  const value = event.body.data[name];
  return typeof value === "string" ? value : null;
}

/** The same of its personal data, which may have been erased. */
export function personalTextIn(event: ExportedEvent, name: string): string | null {
  const value = event.personal?.data[name];
  return typeof value === "string" ? value : null;
}
