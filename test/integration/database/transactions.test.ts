import { randomUUID } from "node:crypto";
import pg from "pg";
import type { Database } from "../../../api/database/database.js";
import { openDatabase } from "../../../api/database/pool.js";
import type { Transaction } from "../../../api/database/transaction.js";
import { type FreshDatabase, freshDatabase } from "../../support/postgres.js";
import { protocolListener } from "../../support/protocolListener.js";

let fresh: FreshDatabase;
let database: Database;
const tenant = randomUUID();

beforeAll(async () => {
  fresh = await freshDatabase();
  database = await openDatabase(fresh.appUrl, 1);
  await database.withTenant(tenant, (transaction) =>
    transaction.query("INSERT INTO tenants (tenant_id, name, created_at) VALUES (:tenant, 'Ours', now())"),
  );
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

const claimStatement =
  "INSERT INTO object_claims (tenant_id, object_key, expires_at) VALUES (:tenant, :key, now())";
const claim = (transaction: Transaction, key: string) => transaction.query(claimStatement, { key });
const claimed = (key: string) =>
  database.query(
    tenant,
    "SELECT object_key FROM object_claims WHERE tenant_id = :tenant AND object_key = :key",
    {
      key,
    },
  );

describe("statements of one transaction that are begun together", () => {
  test("run in the order in which they were begun, each after the effects of those before", async () => {
    const counts = await database.withTenant(tenant, (transaction) => {
      const count = () => transaction.one<{ count: number }>("SELECT count(*) FROM object_claims");
      return Promise.all([count(), claim(transaction, "one"), count(), claim(transaction, "two"), count()]);
    });
    expect(counts.map((row) => (Array.isArray(row) ? "claim" : row?.count))).toEqual([
      0,
      "claim",
      1,
      "claim",
      2,
    ]);
  });

  test("fail together with one that fails, and nothing of their transaction stays", async () => {
    const lost = database.withTenant(tenant, (transaction) =>
      Promise.all([
        claim(transaction, "before"),
        transaction.query("SELECT 1 / 0"),
        claim(transaction, "behind"),
      ]),
    );
    await expect(lost).rejects.toThrow("division by zero");
    expect([await claimed("before"), await claimed("behind")]).toEqual([[], []]);
  });

  test("cost one round trip, and the transaction around them only that of its end", async () => {
    const heard = await protocolListener(fresh.appUrl);
    const listened = await openDatabase(heard.url, 1);
    try {
      await listened.probe();
      const before = heard.roundTrips();
      await listened.withTenant(tenant, (transaction) =>
        Promise.all(
          [1, 2, 3, 4, 5].map((number) => transaction.query("SELECT :number::integer", { number })),
        ),
      );
      expect(heard.roundTrips() - before).toBe(2);
      await listened.query(tenant, "SELECT 1");
      expect(heard.roundTrips() - before).toBe(3);
    } finally {
      await listened.close();
      await heard.close();
    }
  });
});

describe("what a transaction writes last", () => {
  test("goes out with its commit: the whole transaction is one round trip", async () => {
    const heard = await protocolListener(fresh.appUrl);
    const listened = await openDatabase(heard.url, 1);
    try {
      await listened.probe();
      const before = heard.roundTrips();
      await listened.withTenant(tenant, ({ last }) => last.query("SELECT 1"));
      expect(heard.roundTrips() - before).toBe(1);
    } finally {
      await listened.close();
      await heard.close();
    }
  });

  test("is committed with the rest", async () => {
    await database.withTenant(tenant, async (transaction) => {
      await claim(transaction, "first");
      await transaction.last.query(claimStatement, { key: "last" });
    });
    expect([await claimed("first"), await claimed("last")]).toEqual([
      [{ object_key: "first" }],
      [{ object_key: "last" }],
    ]);
  });

  test.each([
    ["with the commit", () => undefined],
    ["before the commit", (transaction: Transaction) => transaction.query("SELECT 1").catch(() => undefined)],
  ])(
    "keeps the transaction from being committed when it fails %s, and its error is thrown",
    async (_, behind) => {
      const lost = database.withTenant(tenant, async (transaction) => {
        await claim(transaction, "undone");
        await transaction.last.query("SELECT 1 / 0");
        await behind(transaction);
        return "done";
      });
      await expect(lost).rejects.toThrow("division by zero");
      expect(await claimed("undone")).toEqual([]);
    },
  );
});

describe("a transaction", () => {
  test("in which a statement failed is not committed, whoever has caught the error", async () => {
    const lost = database.withTenant(tenant, async (transaction) => {
      await claim(transaction, "caught");
      await transaction.query("SELECT 1 / 0").catch(() => undefined);
      return "done";
    });
    await expect(lost).rejects.toThrow("division by zero");
    expect(await claimed("caught")).toEqual([]);
  });

  test.each([
    ["committed", () => Promise.resolve()],
    ["rolled back", () => Promise.reject(new Error("wanted"))],
  ])("that was %s takes no statement any more", async (_end, end) => {
    let kept: Transaction | undefined;
    const ended = database.withTenant(tenant, (transaction) => {
      kept = transaction;
      return end();
    });
    await ended.catch(() => undefined);
    await expect(kept?.query("SELECT 1")).rejects.toThrow("has ended");
  });

  test("that failed leaves its connection to the next one as if it had not been", async () => {
    const failing = Array.from({ length: 5 }, (_, number) =>
      database.withTenant(tenant, async (transaction) => {
        void claim(transaction, `left ${number}`).catch(() => undefined);
        throw new Error("wanted");
      }),
    );
    await Promise.allSettled(failing);
    for (let number = 0; number < 5; number++) expect(await claimed(`left ${number}`)).toEqual([]);
  });
});

describe("one statement in a transaction of its own", () => {
  test("is committed, or leaves nothing when it fails", async () => {
    const insert =
      "INSERT INTO object_claims (tenant_id, object_key, expires_at) VALUES (:tenant, 'own', now())";
    await database.query(tenant, insert);
    await expect(database.query(tenant, insert)).rejects.toMatchObject({ code: "23505" });
    expect(await claimed("own")).toHaveLength(1);
  });

  test("sees its tenant's rows and leaves the connection without a tenant", async () => {
    expect(await database.query(tenant, "SELECT name FROM tenants")).toEqual([{ name: "Ours" }]);
    expect(await database.query(randomUUID(), "SELECT name FROM tenants")).toEqual([]);
    expect(await database.lookup("SELECT name FROM tenants", {})).toEqual([]);
  });
});

test("values come back as they were bound", async () => {
  const values = {
    text: 'it\'s "quoted", {braced}, \\ and ünïcödé 𝄞',
    list: ["a,b", '"', "\\", "{}", "NULL", "", null],
    bytes: Buffer.from([0, 39, 92, 255]),
    view: new Uint8Array([9, 1, 2, 9]).subarray(1, 3),
    time: new Date("2026-02-03T04:05:06.789Z"),
    yes: true,
    whole: 9_007_199_254_740_991,
    json: { a: [1, "'"] },
  };
  const [row] = await database.query(
    tenant,
    `SELECT :text::text AS text, :list::text[] AS list, :bytes::bytea AS bytes, :view::bytea AS view,
       :time::timestamptz AS time, :yes::boolean AS yes, :whole::bigint AS whole, :json::jsonb AS json`,
    values,
  );
  expect(row).toEqual({ ...values, view: Buffer.from([1, 2]) });
});

test("a change of the schema under a prepared statement costs one error, and no more", async () => {
  const read = () => database.query<{ name: string }>(tenant, "SELECT name FROM tenants");
  await read();
  const admin = new pg.Client({ connectionString: fresh.adminUrl });
  await admin.connect();
  try {
    await admin.query("ALTER TABLE tenants ALTER COLUMN name TYPE varchar(300)");
    await expect(read()).rejects.toMatchObject({ code: "0A000" });
    expect(await read()).toEqual([{ name: "Ours" }]);
  } finally {
    await admin.query("ALTER TABLE tenants ALTER COLUMN name TYPE text");
    await admin.end();
  }
});
