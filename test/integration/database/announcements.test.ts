import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { hearOthers, tellOthers } from "../../../api/database/announcements.js";
import type { Database } from "../../../api/database/database.js";
import { openDatabase } from "../../../api/database/pool.js";
import { type FreshDatabase, freshDatabase } from "../../support/postgres.js";

let fresh: FreshDatabase;
let speaking: Database;
let hearing: Database;
let endTelling: () => void;
let endHearing: () => Promise<void>;
let admin: pg.Client;
const heard: [work: string, tenants: readonly string[] | null][] = [];
const tenant = randomUUID();

beforeAll(async () => {
  fresh = await freshDatabase();
  speaking = await openDatabase(fresh.appUrl, 2);
  hearing = await openDatabase(fresh.appUrl, 1);
  admin = new pg.Client({ connectionString: fresh.adminUrl });
  await admin.connect();
  endTelling = tellOthers(speaking);
  endHearing = hearOthers(hearing, fresh.appUrl);
  for (const work of ["messages", "webhooks"] as const) {
    hearing.onAnnounced(work, (tenants) => heard.push([work, tenants]));
  }
  await until(async () => (await listeners()).length === 1);
});
afterAll(async () => {
  endTelling();
  await endHearing();
  await admin.end();
  await Promise.all([speaking.close(), hearing.close()]);
  await fresh.drop();
});
beforeEach(() => heard.splice(0));

async function listeners(): Promise<number[]> {
  const { rows } = await admin.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity
     WHERE application_name = 'paraph announcements' AND query LIKE 'LISTEN%' AND state = 'idle'`,
  );
  return rows.map(({ pid }) => pid);
}

async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  for (let tries = 0; !(await holds()); tries += 1) {
    if (tries === 1000) throw new Error("It has not come to pass in ten seconds.");
    await pause(10);
  }
}

const leaveWork = (work: "messages" | "webhooks", whose = tenant) =>
  speaking.withTenant(whose, async (transaction) => {
    await transaction.query("SELECT 1");
    transaction.announce(work);
  });

describe("work that a process without a worker leaves behind", () => {
  test("is heard of in another process, with whose and which it is, once it is committed", async () => {
    const other = randomUUID();
    await leaveWork("webhooks");
    await until(() => heard.length > 0);
    expect(heard).toEqual([["webhooks", [tenant]]]);
    await leaveWork("messages", other);
    await until(() => heard.length > 1);
    expect(heard[1]).toEqual(["messages", [other]]);
  });

  test("is not spoken of where its transaction was rolled back", async () => {
    const lost = speaking.withTenant(tenant, async (transaction) => {
      transaction.announce("messages");
      throw new Error("no");
    });
    await expect(lost).rejects.toThrow("no");
    await leaveWork("webhooks");
    await until(() => heard.length > 0);
    expect(heard).toEqual([["webhooks", [tenant]]]);
  });

  test("is told of together where there is much at once", async () => {
    await Promise.all(Array.from({ length: 40 }, () => leaveWork("webhooks")));
    await until(() => heard.length > 0);
    await leaveWork("messages");
    await until(() => heard.some(([work]) => work === "messages"));
    expect(heard.length).toBeLessThan(40);
  });

  test("of more tenants at once than one announcement names is told of as anybody's", async () => {
    const tenants = Array.from({ length: 250 }, () => randomUUID());
    speaking.announce("webhooks", tenants.slice(0, 200));
    await until(() => heard.length > 0);
    expect(heard).toEqual([["webhooks", tenants.slice(0, 200)]]);
    speaking.announce("webhooks", tenants);
    await until(() => heard.length > 1);
    expect(heard[1]).toEqual(["webhooks", null]);
  });

  test("is not taken from what somebody else says on the same channel", async () => {
    for (const said of ["", "wages", "webhooks everything", `webhooks ${tenant} '; DROP TABLE orders`]) {
      await admin.query("SELECT pg_notify('paraph_work', $1)", [said]);
    }
    await leaveWork("webhooks");
    await until(() => heard.length > 0);
    expect(heard).toEqual([["webhooks", [tenant]]]);
  });

  test("is heard of again after the connection was lost", async () => {
    const [lost] = await listeners();
    await admin.query("SELECT pg_terminate_backend($1)", [lost]);
    await until(async () => (await listeners()).some((pid) => pid !== lost));
    await leaveWork("webhooks");
    await until(() => heard.length > 0);
    expect(heard).toEqual([["webhooks", [tenant]]]);
  });
});

test("whoever has ended hearing keeps no connection, and ending it while it is being made is harmless", async () => {
  await hearOthers(hearing, fresh.appUrl)();
  await until(async () => (await listeners()).length === 1);
  expect(await listeners()).toHaveLength(1);
});
