import type { Caller } from "../apiKeys/caller.js";
import { actorOf, type NewEvent } from "../audit/append.js";
import { newPersonalKey } from "../audit/personal.js";
import type { Transaction } from "../database/transaction.js";
import type { NewDocument } from "../documents/newDocument.js";
import { newUuid } from "../ids/id.js";
import type { Platform } from "../platform.js";
import { signingToken, signingTokenHash } from "../signers/signingLink.js";
import type { NewOrder, NewSigner } from "./newOrder.js";

export async function insertOrder(
  transaction: Transaction,
  caller: Caller,
  id: string,
  input: NewOrder,
  createdAt: Date,
  expiresAt: Date,
): Promise<void> {
  await transaction.query(
    `INSERT INTO orders (tenant_id, id, mode, title, external_id, state, consent_text, metadata, created_at, expires_at)
     VALUES (:tenant, :id, :mode, :title, :externalId, :state, :consentText, :metadata::jsonb, :createdAt, :expiresAt)`,
    {
      id,
      mode: caller.mode,
      title: input.title,
      externalId: input.externalId,
      state: input.draft ? "draft" : "ready",
      consentText: input.consentText,
      metadata: JSON.stringify(input.metadata),
      createdAt,
      expiresAt,
    },
  );
}

/** A signer whose row was written, and the line of the audit trail that says so. */
export interface AddedSigner {
  readonly id: string;
  readonly event: NewEvent;
}

export async function insertSigners(
  platform: Pick<Platform, "clock" | "random" | "secretBox">,
  transaction: Transaction,
  caller: Caller,
  orderId: string,
  signers: readonly NewSigner[],
): Promise<AddedSigner[]> {
  const added: AddedSigner[] = [];
  const rows = signers.map((signer, position) => {
    const id = newUuid(platform.clock, platform.random);
    const personalKey = newPersonalKey(platform, id);
    added.push({ id, event: signerAdded(caller, id, personalKey, signer) });
    return {
      id,
      position,
      given_name: signer.givenName,
      surname: signer.surname,
      country: signer.country,
      email: signer.email,
      phone: signer.phone,
      language: signer.language,
      authentication: signer.authentication,
      link_hash: signingTokenHash(signingToken(platform, id)).toString("hex"),
      personal_key: Buffer.from(personalKey).toString("hex"),
    };
  });
  await transaction.query(
    `INSERT INTO signers (tenant_id, order_id, id, position, role, given_name, surname, country, email, phone,
       language, authentication, state, link_hash, personal_key)
     SELECT :tenant, :orderId, id, position, 'signer', given_name, surname, country, email, phone, language,
       authentication, 'waiting', decode(link_hash, 'hex'), decode(personal_key, 'hex')
     FROM jsonb_to_recordset(:rows::jsonb) AS s (id uuid, position integer, given_name text, surname text,
       country text, email text, phone text, language text, authentication text, link_hash text, personal_key text)`,
    { orderId, rows: JSON.stringify(rows) },
  );
  return added;
}

function signerAdded(caller: Caller, id: string, personalKey: Uint8Array, signer: NewSigner): NewEvent {
  return {
    type: "signer.added",
    actor: actorOf(caller),
    signer: { id, personalKey },
    data: { role: "signer", authentication: signer.authentication },
    personal: {
      given_name: signer.givenName,
      surname: signer.surname,
      country: signer.country,
      email: signer.email,
      phone: signer.phone,
    },
  };
}

export async function insertPlacements(
  transaction: Transaction,
  orderId: string,
  signers: readonly NewSigner[],
  added: readonly AddedSigner[],
  documents: readonly NewDocument[],
): Promise<void> {
  const rows = signers.flatMap((signer, index) =>
    signer.placements.map(({ document, ...place }) => ({
      signer_id: added[index]!.id,
      document_id: documents[document]!.id,
      ...place,
    })),
  );
  if (rows.length === 0) return;
  await transaction.query(
    `INSERT INTO placements (tenant_id, order_id, signer_id, document_id, page, x, y, width, height)
     SELECT :tenant, :orderId, signer_id, document_id, page, x, y, width, height
     FROM jsonb_to_recordset(:rows::jsonb) AS p (signer_id uuid, document_id uuid, page integer,
       x double precision, y double precision, width double precision, height double precision)`,
    { orderId, rows: JSON.stringify(rows) },
  );
}
