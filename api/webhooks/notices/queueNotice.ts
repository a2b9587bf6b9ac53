import type { Transaction } from "../../database/transaction.js";
import { newUuid } from "../../ids/id.js";
import type { Platform } from "../../platform.js";
import type { NewNotice } from "./notice.js";

/**
 * Asks for a letter to whoever looks after an endpoint, in the transaction of the change that it tells of, after the
 * statement that changes the endpoint or its lane: the lock of that row has two who do so at once come one after the
 * other. It goes to the endpoint's contact, or else to where the default profile of its mode has notices sent.
 * @returns whether somebody will be written to: not where there is no address, nor where a letter of this kind about
 * this endpoint was asked for within a day, so that one that comes and goes fills nobody's mailbox
 */
export async function queueNotice(
  platform: Pick<Platform, "clock" | "random">,
  transaction: Pick<Transaction, "query">,
  { kind, endpointId, facts }: NewNotice,
): Promise<boolean> {
  const now = platform.clock.now();
  const written = await transaction.query(
    `INSERT INTO notices (tenant_id, id, mode, kind, endpoint_id, recipient, language, facts, state, created_at,
       lease_until)
     SELECT :tenant, :id::uuid, e.mode, :kind::text, e.id, coalesce(e.contact_email, p.sender->>'notices_to'),
       coalesce(CASE WHEN e.contact_email IS NOT NULL THEN e.contact_language END, p.sender->>'language', 'en'),
       :facts::jsonb, 'pending', :now::timestamptz, :now::timestamptz
     FROM webhook_endpoints e
     LEFT JOIN profiles p ON p.tenant_id = e.tenant_id AND p.mode = e.mode AND p.is_default AND p.archived_at IS NULL
     WHERE e.tenant_id = :tenant AND e.id = :endpointId
       AND coalesce(e.contact_email, p.sender->>'notices_to') IS NOT NULL
       AND NOT EXISTS (SELECT FROM notices n
         WHERE n.tenant_id = :tenant AND n.endpoint_id = :endpointId AND n.kind = :kind AND n.state <> 'dropped'
           AND n.created_at > :now::timestamptz - interval '24 hours')
     RETURNING id`,
    { id: newUuid(platform.clock, platform.random), kind, endpointId, facts: JSON.stringify(facts), now },
  );
  return written.length > 0;
}
