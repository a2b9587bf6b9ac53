import type { Database } from "../../../api/database/database.js";
import type { Platform } from "../../../api/platform.js";
import type { Mailer } from "../../../api/ports/mailer.js";
import type { ObjectStore } from "../../../api/ports/objectStore.js";
import type { TimestampAuthority } from "../../../api/ports/timestampAuthority.js";

/** `hangs`: from then on nothing that the process began is ever answered. `throws`: one call fails, others go on. */
export type Fault = "hangs" | "throws";

export class Died extends Error {
  override readonly name = "Died";
}

/** A platform whose process dies at one point between two steps. */
export interface MortalPlatform {
  readonly platform: Platform;
  /** Runs work on it. @returns whether it came to its end, with an error or without, before it died */
  live(work: (platform: Platform) => Promise<unknown>): Promise<"ended" | "died">;
}

/**
 * Wraps whatever a process has to do with the world. Around each call lie two points: before it, and after it, when
 * it has had its effect and nobody has heard of it. A transaction has a third: all was done in it, and it is not
 * committed.
 * @param at the point to die at, counted from 1
 */
export function mortal(healthy: Platform, at: number, fault: Fault): MortalPlatform {
  let points = 0;
  let dead = false;
  let reportDeath: () => void = () => undefined;
  const death = new Promise<void>((resolve) => {
    reportDeath = resolve;
  });
  const forever = () => new Promise<never>(() => undefined);
  let openTransactions = 0;
  const die = (): Promise<never> => {
    dead = true;
    // The transactions of a dead process are rolled back, its connections being gone: only then is it dead for others.
    if (openTransactions === 0) reportDeath();
    if (fault === "throws" || openTransactions > 0) throw new Died("the process died here");
    return forever();
  };
  /** Passes one point; behind the point of death nothing happens any more where the process hangs. */
  const point = async (): Promise<void> => {
    if (dead && fault === "hangs") await forever();
    points += 1;
    if (points === at) await die();
  };
  const around = async <T>(call: () => Promise<T>): Promise<T> => {
    await point();
    const value = await call();
    await point();
    return value;
  };

  const { database, objectStore, timestampAuthority, mailer, outboundHttp } = healthy;
  const withTenant: Database["withTenant"] = (tenantId, work) =>
    around(async () => {
      openTransactions += 1;
      try {
        return await database.withTenant(tenantId, async (transaction) => {
          const value = await work(transaction);
          await point();
          return value;
        });
      } catch (error) {
        if (error instanceof Died && fault === "hangs") {
          reportDeath();
          await forever();
        }
        throw error;
      } finally {
        openTransactions -= 1;
      }
    });
  const store: ObjectStore = {
    put: (...object) => around(() => objectStore.put(...object)),
    get: (key) => around(() => objectStore.get(key)),
    delete: (key) => around(() => objectStore.delete(key)),
    probe: () => objectStore.probe(),
  };
  const stamping = (authority: TimestampAuthority): TimestampAuthority => ({
    maxTokenBytes: authority.maxTokenBytes,
    timestamp: (digest) => around(() => authority.timestamp(digest)),
  });
  const mail: Mailer | null = mailer && { send: (email) => around(() => mailer.send(email)) };
  const query: Database["query"] = (...statement) => around(() => database.query(...statement));
  const queries: Database["queries"] = (...statements) => around(() => database.queries(...statements));
  const lookup: Database["lookup"] = (sql, bindings) => database.lookup(sql, bindings);
  const platform: Platform = {
    ...healthy,
    database: { withTenant, query, queries, lookup } as unknown as Database,
    objectStore: store,
    timestampAuthority: { test: stamping(timestampAuthority.test), live: stamping(timestampAuthority.live) },
    mailer: mail,
    outboundHttp: { ...outboundHttp, send: (request) => around(() => outboundHttp.send(request)) },
  };
  return {
    platform,
    async live(work) {
      const ended = work(platform).then(
        () => undefined,
        () => undefined,
      );
      await (fault === "hangs" ? Promise.race([ended, death]) : ended);
      return dead ? "died" : "ended";
    },
  };
}

/** Dies at the first point, at the second … until the work gets to its end alive. @returns how many points there were */
export async function atEachPoint(round: (at: number) => Promise<"ended" | "died">): Promise<number> {
  for (let at = 1; ; at++) if ((await round(at)) === "ended") return at - 1;
}
