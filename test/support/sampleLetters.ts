import { codeLetter } from "../../api/messages/kinds/code.js";
import { completed } from "../../api/messages/kinds/completed.js";
import {
  cancelled,
  expired,
  expiredNotice,
  failed,
  failedNotice,
  refused,
  refusedNotice,
  removed,
} from "../../api/messages/kinds/ended.js";
import { invitation, linkChanged, type Request, reminder } from "../../api/messages/kinds/request.js";
import type { Letter } from "../../api/messages/letter.js";
import type { Occasion } from "../../api/messages/voice.js";

export const link = "https://sign.example.com/s/6dJ0w7Lk3nQ9zXvB2mRt5yUo8pAe1sDf4gHj7kLq0ZxC";
export const expiresAt = new Date("2026-12-01T16:30:00Z");
const documents = ["Lease agreement.pdf", "Annex A – inventory.pdf"];

/** Who writes to whom about what, unless told otherwise. */
export function occasion(more: Partial<Occasion> = {}): Occasion {
  return {
    mode: "live",
    language: "en",
    timeZone: "Europe/Paris",
    sender: "Immobilière du Lac",
    title: "Lease agreement, 12 rue des Lilas",
    reader: "Ada Lovelace",
    answers: false,
    texts: {},
    ...more,
  };
}

/** What somebody is asked, unless told otherwise. */
export function request(more: Partial<Request> = {}): Request {
  return {
    role: "signer",
    link,
    expiresAt,
    documents,
    message: null,
    inPlaceOf: null,
    witnessOf: null,
    ...more,
  };
}

/** A letter of every kind to one reader, by the kind's name. */
export function sampleLetters(more: Partial<Occasion> = {}): Readonly<Record<string, Letter>> {
  const reader = occasion(more);
  const sender = { ...reader, reader: null };
  const message = "Dear Ada,\n\nhere is the lease as we discussed it. The keys are ready for you.\n\nMarie";
  const code = { code: "482913", lifeSeconds: 600, reusable: false, ownText: null };
  return {
    invitation: invitation(reader, request({ message })),
    approval: invitation(reader, request({ role: "approver" })),
    witness: invitation(reader, request({ role: "witness", witnessOf: "Charles Babbage" })),
    delegated: invitation(reader, request({ inPlaceOf: "Charles Babbage" })),
    reminder: reminder(reader, request()),
    linkChanged: linkChanged(reader, request()),
    completed: completed(reader, { documents, link, attached: false }),
    completedAttached: completed(sender, { documents, link: null, attached: true }),
    refused: refused(reader),
    refusedNotice: refusedNotice(sender, "Charles Babbage", "The rent in § 4 is not what we agreed."),
    cancelled: cancelled(reader, "We will send a corrected version tomorrow."),
    expired: expired(reader, expiresAt),
    expiredNotice: expiredNotice(sender, expiresAt, ["Charles Babbage", "Grace Hopper"]),
    failed: failed(reader),
    failedNotice: failedNotice(sender, "document_lost"),
    removed: removed(reader),
    code: codeLetter(reader, code),
    codeInLetters: codeLetter(reader, { ...code, code: "K7M2PQ9XW4TA", reusable: true }),
  };
}
