import pg from "pg";
import { type Announced, AnnouncedTenants } from "./announcedTenants.js";
import type { Database } from "./database.js";
import { type AnnouncedWork, announcedWork } from "./transaction.js";

/** The channel of PostgreSQL's on which processes tell each other of work (LISTEN, NOTIFY). */
const channel = "paraph_work";
/** What is announced meanwhile is told together. */
const togetherMs = 5;
const reconnectMs = 2000;

/**
 * Tells other processes of the work that transactions of this one leave behind: for one that has no worker of its own.
 * It only saves waiting. What is lost on the way is found by those who look each second.
 *
 * After the commit, and not in the transaction: a commit with a NOTIFY waits for those before it. Here one is told for
 * many, and nothing waits for the disk.
 * @returns ends that
 */
export function tellOthers(database: Database): () => void {
  const waiting = new Map<AnnouncedWork, AnnouncedTenants>();
  let isTelling = false;
  let isOver = false;
  const tell = async () => {
    while (waiting.size > 0 && !isOver) {
      await new Promise((resolve) => setTimeout(resolve, togetherMs));
      const payloads = [...waiting].map(([work, tenants]) => payloadOf(work, tenants.take()));
      waiting.clear();
      await database
        .lookup(
          `SELECT set_config('synchronous_commit', 'off', true), pg_notify('${channel}', p) FROM unnest(:payloads::text[]) p`,
          { payloads },
        )
        // Whoever has lost the database finds that out where it matters.
        .catch(() => undefined);
    }
    isTelling = false;
  };
  const deaf = announcedWork.map((work) =>
    database.onAnnounced(work, (tenants) => {
      const others = waiting.get(work) ?? new AnnouncedTenants();
      others.add(tenants);
      waiting.set(work, others);
      if (isTelling) return;
      isTelling = true;
      void tell();
    }),
  );
  return () => {
    isOver = true;
    for (const end of deaf) end();
  };
}

/**
 * Hears of work that other processes leave behind, on a connection of its own, which is made again when it is lost.
 * Behind a pooler that hands connections from transaction to transaction nothing is heard, and work is found by
 * looking for it.
 * @param url a postgres:// URL of the application role
 * @returns ends that
 */
export function hearOthers(database: Database, url: string): () => Promise<void> {
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | null = null;
  let isOver = false;
  const again = (lost: pg.Client) => {
    if (isOver || lost !== client) return;
    client = null;
    lost.end().catch(() => undefined);
    retry = setTimeout(connect, reconnectMs);
    retry.unref();
  };
  const connect = () => {
    const next = new pg.Client({
      connectionString: url,
      application_name: "paraph announcements",
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    });
    client = next;
    next.on("notification", ({ payload = "" }) => {
      const heard = readPayload(payload);
      if (heard) database.announce(heard.work, heard.tenants);
    });
    next.on("error", () => again(next));
    next.on("end", () => again(next));
    next
      .connect()
      .then(() => next.query(`LISTEN ${channel}`))
      .catch(() => again(next));
  };
  connect();
  return async () => {
    isOver = true;
    if (retry) clearTimeout(retry);
    await client?.end().catch(() => undefined);
  };
}

/** The work, and the tenants' UUIDs, separated by blanks; the work alone where they are more than are named. */
function payloadOf(work: AnnouncedWork, tenants: Announced): string {
  return [work, ...(tenants ?? [])].join(" ");
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @returns null where it is none of ours: whoever may connect may notify */
function readPayload(payload: string): { work: AnnouncedWork; tenants: Announced } | null {
  const [name, ...tenants] = payload.split(" ");
  const work = announcedWork.find((known) => known === name);
  if (!work || !tenants.every((tenant) => uuid.test(tenant))) return null;
  return { work, tenants: tenants.length === 0 ? null : tenants };
}
