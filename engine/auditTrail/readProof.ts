import type { EventReading } from "./eventReading.js";
import { type About, nothing, type SignerReader } from "./reader.js";
import type { TrailSigner } from "./trailSigner.js";
import type { DocumentHandled } from "./trailSigning.js";

/** Events of what a signer was shown, filled in and agreed to. */
export const proofReaders: Readonly<Record<string, SignerReader>> = {
  "documents.handed_out": (_, event, signer) => handled(event, signer, "to_read"),
  "documents.handed_back": (_, event, signer) => handled(event, signer, "signed"),
  "pages.shown": (_, event, signer) => {
    const stated = event.flag("stated_by_caller") === true;
    const document = event.text("document");
    const pages = event.text("pages");
    const of = event.number("of");
    const shown = { ...event.at, stated_by_sender: stated };
    const several = event.records("documents", ["document", "pages"]);
    // The sender's word names its documents one by one, and has nothing of its own.
    if (several.length === 0 || document !== null || pages !== null || of !== null) {
      signer.pages.push({ ...shown, document, pages, of, begun_at: event.texts("tickets_issued") });
    }
    for (const each of several) {
      const [one, range] = [textOf(each["document"]), textOf(each["pages"])];
      signer.pages.push({ ...shown, document: one, pages: range, of: null, begun_at: [] });
    }
    return { document, pages, stated: stated ? "true" : null };
  },
  "fields.filled": (_, event, signer) => {
    const fields = event.texts("fields");
    signer.fields.push({
      ...event.at,
      by: event.actor,
      fields,
      labels: event.details("labels"),
      values: event.ownDetails("values"),
      digest: event.text("digest"),
      personal: event.personal,
    });
    return { count: fields.length };
  },
  "consent.given": (_, event, signer) => {
    const position = event.number("position");
    const text = event.text("text");
    signer.consents.push({ ...event.at, by: event.actor, position, text, sha256: event.text("sha256") });
    return { position };
  },
};

function handled(event: EventReading, signer: TrailSigner, direction: DocumentHandled["direction"]): About {
  const document = event.text("document");
  if (document === null) return nothing;
  const [sha256, revision] = [event.text("sha256"), event.number("revision")];
  signer.documents.push({ ...event.at, direction, document, sha256, revision });
  return { document };
}

function textOf(value: unknown): string | null {
  return value === undefined ? null : String(value);
}
