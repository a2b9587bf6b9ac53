/**
 * Writes notifications and what is owed of them, as parts of a statement (`WITH told AS (…), ${fanOut} …`). `told` has
 * the columns `notification`, `type`, `sequence` and `payload`; bound are `:mode`, `:orderId` (or null) and `:time`.
 *
 * Who hears is decided here, in the transaction of the change. Where a mode has no endpoint and the order no callback,
 * nothing is written. An endpoint that is disabled is owed nothing: what it missed stays to be replayed.
 *
 * What is owed has been due for a minute: whoever delivers it may have a clock that is behind ours, and would not find it
 * when it is announced.
 */
export const fanOut = `
  hearers AS MATERIALIZED (
    SELECT id AS destination, 'endpoint' AS kind, id AS lane, events, state <> 'disabled' AS owed
    FROM webhook_endpoints WHERE tenant_id = :tenant AND mode = :mode AND deleted_at IS NULL
    UNION ALL
    SELECT order_id, 'callback', lane, events, true
    FROM callbacks WHERE tenant_id = :tenant AND order_id = :orderId::uuid
  ), noted AS (
    INSERT INTO notifications (tenant_id, id, mode, type, order_id, sequence, occurred_at, payload)
    SELECT :tenant, t.notification, :mode, t.type, :orderId::uuid, t.sequence, :time, t.payload
    FROM told t WHERE EXISTS (SELECT FROM hearers)
  ), owed AS (
    INSERT INTO webhook_deliveries (tenant_id, destination, notification_id, kind, lane, state, due_at, created_at)
    SELECT :tenant, h.destination, t.notification, h.kind, h.lane, 'pending',
      :time::timestamptz - interval '1 minute', :time
    FROM told t JOIN hearers h
      ON h.owed AND (t.type = ANY (h.events) OR split_part(t.type, '.', 1) || '.*' = ANY (h.events) OR '*' = ANY (h.events))
    RETURNING 1
  )`;

/** What a statement with `fanOut` answers: whether there is something to deliver. To stand after RETURNING or SELECT. */
export const somethingOwed = `EXISTS (SELECT FROM owed) AS "isOwed"`;
