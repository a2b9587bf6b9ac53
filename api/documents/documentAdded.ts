import type { Caller } from "../apiKeys/caller.js";
import { actorOf, type NewEvent } from "../audit/append.js";
import { publicId } from "../ids/id.js";
import type { NewDocument } from "./newDocument.js";

/** The line of the audit trail for a document that was taken in. */
export function documentAdded(caller: Pick<Caller, "apiKeyId">, document: NewDocument): NewEvent {
  return {
    type: "document.added",
    actor: actorOf(caller),
    data: {
      document: publicId("doc", document.id),
      kind: document.kind,
      name: document.name,
      pages: document.pages,
      bytes: document.bytes.length,
      sha256: document.sha256.toString("hex"),
    },
  };
}
