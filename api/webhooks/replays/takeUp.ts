/**
 * Whether a delivery `d` is being tried at `:now`: it is leased, and what came of its last request is not written down.
 * So is one whose process died, until its lease ends.
 */
const isUnderWay = `d.state = 'pending' AND d.due_at > :now AND d.attempts > 0 AND NOT EXISTS (
    SELECT FROM webhook_attempts a
    WHERE a.tenant_id = d.tenant_id AND a.destination = d.destination AND a.notification_id = d.notification_id
      AND a.number = d.attempts)`;

/**
 * What a delivery `d` becomes that is taken up again at `:now`, as assignments of an INSERT's ON CONFLICT: due at once, at the
 * beginning of the schedule, while the counting of its attempts goes on. What is being tried is left to whoever does,
 * so that no two requests are on their way at once; that try is then the first of the new schedule.
 */
export const takenUp = `state = 'pending', concluded_at = NULL, lane = excluded.lane,
    (tries, due_at) = (SELECT CASE WHEN under_way THEN 1 ELSE 0 END,
      CASE WHEN under_way THEN d.due_at ELSE :now::timestamptz END FROM (SELECT ${isUnderWay} AS under_way) AS w)`;
