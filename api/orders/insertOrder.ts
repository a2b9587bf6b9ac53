import type { Actor } from "../../engine/hashchain/event.js";
import type { NewEvent } from "../audit/append.js";
import { type Known, newPersonalKey } from "../audit/personal.js";
import type { Transaction } from "../database/transaction.js";
import { newUuid, publicId } from "../ids/id.js";
import type { Platform } from "../platform.js";
import { signingToken, signingTokenHash } from "../signers/signingLink.js";
import type { NewSigner } from "./newOrder.js";
import { newSignerRow } from "./newRows.js";
import type { Order, Signer } from "./order.js";

/** Writes a new order's own row. */
export async function insertOrder(transaction: Transaction, order: Order): Promise<void> {
  await transaction.query(
    `INSERT INTO orders (tenant_id, id, mode, title, external_id, state, awaits_documents, consent_text, consent_clauses, metadata, labels,
       profile_id, template_id, message, language, sender_name, sender_email, notify, mail_documents, proof_folder, must_read, delegation, editable_identity,
       page, signature_modes, time_zone, otp, reminder_days, reminder_count, retain_documents, retain_evidence, archive, created_at, expires_at,
       expiry_due_at)
     VALUES (:tenant, :id, :mode, :title, :externalId, :state, :awaitsDocuments, :consentText, :consentClauses::text[], :metadata::jsonb,
       :labels::text[], :profileId, :templateId, :message, :language, :senderName, :senderEmail, :notify, :mailDocuments, :proofFolder::jsonb, :mustRead, :delegation,
       :editableIdentity::text[], :page::jsonb, :signatureModes::text[], :timeZone, :otp::jsonb, :reminderDays, :reminderCount, :retainDocuments,
       :retainEvidence, :archive, :createdAt, :expiresAt, :expiresAt)`,
    {
      ...order,
      page: order.page === null ? null : JSON.stringify(order.page),
      otp: order.otp === null ? null : JSON.stringify(order.otp),
      proofFolder: order.proofFolder === null ? null : JSON.stringify(order.proofFolder),
      metadata: JSON.stringify(order.metadata),
    },
  );
}

/** A signer who is about to be written, and the line of the audit trail that says so. */
export interface AddedSigner {
  readonly signer: Signer & Known;
  readonly event: NewEvent;
}

/**
 * Makes new signers.
 * @param firstPosition place of the first of them in the order
 * @param witnessed UUIDs of the signers whom witnesses may name by their index, when these are not among `signers`
 */
export function newSigners(
  platform: Pick<Platform, "clock" | "random" | "secretBox">,
  actor: Actor,
  orderId: string,
  signers: readonly NewSigner[],
  firstPosition = 0,
  witnessed?: readonly string[],
): AddedSigner[] {
  const ids = signers.map(() => newUuid(platform.clock, platform.random));
  const others = witnessed ?? ids;
  return signers.map((input, index) => {
    const id = ids[index]!;
    const personalKey = newPersonalKey(platform, id);
    const witnessOf = input.witnessOf === null ? null : others[input.witnessOf]!;
    return {
      signer: newSignerRow(orderId, id, input, firstPosition + index, witnessOf, personalKey),
      event: signerAdded(actor, id, personalKey, input, witnessOf),
    };
  });
}

/** Writes new signers, in one statement. */
export async function insertSigners(
  platform: Pick<Platform, "secretBox">,
  transaction: Transaction,
  orderId: string,
  signers: readonly (Signer & Known)[],
): Promise<void> {
  const rows = signers.map((signer) => ({
    id: signer.id,
    position: signer.position,
    role: signer.role,
    signing_group: signer.signingGroup,
    witness_of: signer.witnessOf,
    external_id: signer.externalId,
    template_role: signer.templateRole,
    given_name: signer.givenName,
    surname: signer.surname,
    country: signer.country,
    email: signer.email,
    phone: signer.phone,
    code_contact: signer.codeContact,
    language: signer.language,
    authentication: signer.authentication,
    code_text: signer.codeText,
    state: signer.state,
    link_hash: signingTokenHash(signingToken(platform, signer.id, signer.linkVersion)).toString("hex"),
    personal_key: Buffer.from(signer.personalKey).toString("hex"),
  }));
  await transaction.query(
    `INSERT INTO signers (tenant_id, order_id, id, position, role, signing_group, witness_of, external_id,
       template_role, given_name, surname, country, email, phone, code_contact, language, authentication, code_text, state, link_hash,
       personal_key)
     SELECT :tenant, :orderId, id, position, role, signing_group, witness_of, external_id, template_role, given_name,
       surname, country, email, phone, code_contact, language, authentication, code_text, state, decode(link_hash, 'hex'),
       decode(personal_key, 'hex')
     FROM jsonb_to_recordset(:rows::jsonb) AS s (id uuid, position integer, role text, signing_group integer,
       witness_of uuid, external_id text, template_role text, given_name text, surname text, country text, email text,
       phone text, code_contact text, language text, authentication text, code_text text, state text, link_hash text, personal_key text)`,
    { orderId, rows: JSON.stringify(rows) },
  );
}

function signerAdded(
  actor: Actor,
  id: string,
  personalKey: Uint8Array,
  signer: NewSigner,
  witnessOf: string | null,
): NewEvent {
  return {
    type: "signer.added",
    actor,
    signer: { id, personalKey },
    data: {
      role: signer.role,
      group: signer.signingGroup,
      authentication: signer.authentication,
      language: signer.language,
      ...(witnessOf !== null && { witness_of: publicId("sgr", witnessOf) }),
    },
    personal: {
      given_name: signer.givenName,
      surname: signer.surname,
      country: signer.country,
      email: signer.email,
      phone: signer.phone,
      ...(signer.codeContact && { code_contact: signer.codeContact }),
      ...(signer.identityDocument && { identity_document: { ...signer.identityDocument } }),
      ...(signer.externalId !== null && { external_id: signer.externalId }),
    },
  };
}
