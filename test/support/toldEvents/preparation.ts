import { minute, type ToldEvent } from "../eventChain.js";
import { ada, contract, key, sha, will } from "./cast.js";

/** What is said before anybody has come: the order, who is in it, what they were written. */
export const preparation: readonly ToldEvent[] = [
  {
    type: "order.created",
    actor: key,
    data: {
      mode: "live",
      title: "Lease of 12 Dorset Street",
      expires_at: "2026-12-31T22:00:00.000Z",
      language: "fr-CA",
      notify: true,
      tenant: "Analytical Engines Ltd",
      must_read: false,
      allow_delegation: true,
      retain_documents: "P3M",
      retain_evidence: "P11Y",
      archive: true,
      editable_identity: ["given_name", "phone"],
      profile: "prf_leases",
      template: "tpl_leases",
      reminder_days: 4,
      reminder_count: 7,
    },
  },
  {
    type: "document.added",
    actor: key,
    data: {
      document: contract,
      kind: "sign",
      name: "lease.pdf",
      pages: 12,
      bytes: 123456,
      sha256: sha("source"),
    },
  },
  {
    type: "signer.added",
    actor: key,
    signer: ada,
    data: { role: "signer", group: 1, authentication: "both", language: "en-GB" },
    personal: {
      given_name: "Ada",
      surname: "Lovelace",
      country: "GB",
      email: "ada@example.org",
      phone: "+447700900123",
      external_id: "crm-4711",
    },
  },
  {
    type: "signer.added",
    actor: key,
    signer: will,
    data: { role: "witness", group: 2, authentication: "sms", language: "nl", witness_of: ada },
    personal: { given_name: "Will", surname: "Crowther", country: "US", email: null, phone: "+12025550143" },
  },
  { type: "order.sent", actor: key },
  {
    type: "order.changed",
    actor: key,
    data: {
      fields: ["title", "reminders", "retention", "labels"],
      title: "Lease of 13 Dorset Street",
      reminder_days: 5,
      reminder_count: 8,
      retain_documents: "P40D",
      retain_evidence: "P12Y",
      archive: false,
    },
  },
  {
    type: "order.extended",
    actor: key,
    data: { from: "2026-12-31T22:00:00.000Z", to: "2027-01-15T22:00:00.000Z" },
  },
  { type: "clock.advanced", actor: key, data: { seconds: 86399, now: "2026-12-02T09:07:06.000Z" } },
  {
    type: "message.sent",
    signer: ada,
    data: { message: "msg_1", kind: "invitation", channel: "email", provider_message_id: "<1@mail.example>" },
    personal: { to: "ada@example.org" },
  },
  {
    type: "message.delivery",
    signer: ada,
    data: { message: "msg_1", kind: "invitation", channel: "email", state: "delivered", at: minute(-5) },
  },
  {
    type: "message.failed",
    data: { message: "msg_2", kind: "expired", channel: "email", to: "sender", reason: "rejected" },
  },
  { type: "reminder.sent", actor: key, signer: ada, data: { automatic: false } },
  {
    type: "signer.changed",
    actor: key,
    signer: ada,
    data: {
      fields: ["email", "phone", "group", "authentication", "language"],
      group: 3,
      authentication: "email",
      language: "de",
    },
    personal: {
      before: { email: "ada@example.org", phone: "+447700900123" },
      after: { email: "countess@example.org", phone: null },
    },
  },
];
