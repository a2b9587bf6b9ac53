import type { ToldEvent } from "../eventChain.js";
import { ada, byAda, contract, grace, key, seen, sha, will } from "./cast.js";

/** What is said of those who do not sign, of the end, and of what is kept. */
export const aftermath: readonly ToldEvent[] = [
  {
    type: "signer.delegated",
    actor: { kind: "signer", id: will },
    signer: will,
    data: { to: grace },
    personal: { ...seen, session: "browser-2", reason: "On holiday until Monday" },
  },
  {
    type: "signer.added",
    actor: { kind: "signer", id: will },
    signer: grace,
    data: { role: "witness", group: 2, authentication: "sms", language: "nl", in_place_of: will },
    personal: { given_name: "Grace", surname: "Hopper", country: "US", email: null, phone: "+12025550199" },
  },
  { type: "signer.approved", actor: { kind: "signer", id: grace }, signer: grace, personal: seen },
  { type: "signer.removed", actor: key, signer: "sgr_removed" },
  { type: "signer.replaced", actor: key, signer: "sgr_replaced", data: { by: "sgr_successor" } },
  {
    type: "signer.refused",
    actor: { kind: "signer", id: "sgr_successor" },
    signer: "sgr_successor",
    personal: { ...seen, reason: "The rent is not what was said" },
  },
  {
    type: "document.sealed",
    data: {
      document: contract,
      revision: 2,
      level: "B-LTA",
      bytes: 160002,
      sha256_before: sha("signed"),
      sha256_after: sha("sealed"),
    },
  },
  { type: "order.completed", data: { level: "B-T", unsealed: "pdf_locked" } },
  {
    type: "documents.handed_back",
    actor: byAda,
    signer: ada,
    data: { document: contract, sha256: sha("sealed"), revision: 2 },
    personal: seen,
  },
  {
    type: "evidence.stored",
    data: {
      revision: 0,
      bytes: 70003,
      sha256: sha("evidence"),
      documents: false,
      locked_until: "2036-12-01T09:00:00.000Z",
    },
  },
  {
    type: "evidence.renewed",
    data: { revision: 1, bytes: 90004, sha256: sha("renewed"), documents: false, locked_until: null },
  },
  { type: "hold.placed", actor: key, data: { hold: "hld_1" } },
  { type: "hold.released", actor: key, data: { hold: "hld_2" } },
  {
    type: "documents.removed",
    data: {
      purge: "pur_1",
      reason: "retention",
      documents: [
        {
          document: contract,
          source: { bytes: 120001, sha256: sha("contract") },
          signed: { bytes: 160002, sha256: sha("sealed") },
        },
      ],
    },
  },
  { type: "documents.purged", data: { purge: "pur_1", objects: 3, receipt: sha("receipt") } },
  {
    type: "evidence.purged",
    data: {
      purge: "pur_2",
      revisions: [{ kind: "evidence_file", revision: 1, bytes: 90004, sha256: sha("renewed") }],
    },
  },
  { type: "signer.erased", signer: "sgr_erased", data: { erasure: "era_1" } },
];
