import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describeSchema } from "../../../api/database/describeSchema.js";
import { migrate } from "../../../api/database/migrate.js";
import { provisionDatabase } from "../../../api/database/provision.js";
import { connected } from "../../support/inDatabase.js";
import { type FreshDatabase, freshDatabase } from "../../support/postgres.js";
import { PostgresPlace, query } from "../../support/postgresPlace.js";

const committed = fileURLToPath(new URL("../../../../migrations/schema.sql", import.meta.url));
const migrateProgram = fileURLToPath(new URL("../../../cli/migrate.js", import.meta.url));

/** The committed description without the line that says how it is made. */
async function committedSchema(): Promise<string> {
  return (await readFile(committed, "utf8")).replace(/^--.*\n/, "");
}

/** `npm run migrate` in a process of its own. @returns its exit code */
async function migrateElsewhere(ownerUrl: string): Promise<number> {
  const child = spawn(process.execPath, [migrateProgram], {
    env: { ...process.env, DATABASE_OWNER_URL: ownerUrl },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [code] = (await once(child, "exit")) as [number];
  return code;
}

describe("the committed schema", () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  test("is what the migrations result in (else: node dist/cli/schema.js)", async () => {
    expect(await connected(database.appUrl, describeSchema)).toBe(await committedSchema());
  });

  test.each([
    ["a column", "ALTER TABLE orders ADD COLUMN note text", "note text"],
    ["a column that may be null now", "ALTER TABLE orders ALTER COLUMN title DROP NOT NULL", "title text,"],
    ["a default", "ALTER TABLE orders ALTER COLUMN title SET DEFAULT 'x'", "DEFAULT 'x'::text"],
    ["an index", "CREATE INDEX noted ON orders (created_at)", "CREATE INDEX noted"],
    ["a check", "ALTER TABLE orders ADD CONSTRAINT checked CHECK (title <> 'x')", "CONSTRAINT checked"],
    [
      "a right",
      "GRANT DELETE ON events TO paraph_app",
      "GRANT DELETE, INSERT, SELECT ON events TO paraph_app",
    ],
    [
      "a right to a column",
      "GRANT UPDATE (body) ON events TO paraph_app",
      "GRANT UPDATE (body) ON events TO paraph_app",
    ],
    ["a policy", "CREATE POLICY wide ON events USING (true)", "CREATE POLICY wide ON events"],
    ["row-level security that is forced no more", "ALTER TABLE events NO FORCE ROW LEVEL SECURITY", "-FORCE"],
    ["a function's right", "GRANT EXECUTE ON FUNCTION find_api_key(bytea, inet) TO PUBLIC", "TO PUBLIC"],
    ["a function's safety", "ALTER FUNCTION find_api_key(bytea, inet) RESET search_path", "-SET search_path"],
    [
      "another schema right",
      "GRANT CREATE ON SCHEMA public TO paraph_app",
      "GRANT CREATE, USAGE ON SCHEMA public",
    ],
  ])("shows when a database differs by %s", async (_what, change, shown) => {
    const before = await connected(database.appUrl, describeSchema);
    const after = await connected(database.adminUrl, async (admin) => {
      await admin.query("BEGIN");
      await admin.query(change);
      const described = await describeSchema(admin);
      await admin.query("ROLLBACK");
      return described;
    });
    const [more, fewer, words] = shown.startsWith("-")
      ? [before, after, shown.slice(1)]
      : [after, before, shown];
    const count = (text: string) => text.split(words).length;
    expect(count(more)).toBe(count(fewer) + 1);
  });
});

describe("migrating", () => {
  let place: PostgresPlace;
  let ownerUrl: string;
  beforeAll(async () => {
    place = await PostgresPlace.make();
    const { adminUrl } = await place.start();
    const roles = { adminUrl, database: "paraph", ownerPassword: "owner", appPassword: "app" };
    ({ ownerUrl } = await provisionDatabase(roles));
  });
  afterAll(() => place.remove());

  const history = () => query<object>(ownerUrl, "SELECT name, batch FROM migrations ORDER BY id");

  test("an empty database from two processes at once is harmless: both succeed, and it is done once", async () => {
    expect(await Promise.all([migrateElsewhere(ownerUrl), migrateElsewhere(ownerUrl)])).toEqual([0, 0]);
    expect(await history()).toEqual([
      { name: expect.stringMatching(/_0001_foundation\.js$/), batch: 1 },
      { name: expect.stringMatching(/_0002_orders\.js$/), batch: 1 },
      { name: expect.stringMatching(/_0003_evidence\.js$/), batch: 1 },
      { name: expect.stringMatching(/_0004_webhooks\.js$/), batch: 1 },
      { name: expect.stringMatching(/_0005_dialects\.js$/), batch: 1 },
    ]);
    expect(await connected(ownerUrl, describeSchema)).toBe(await committedSchema());
  });

  test("again changes nothing", async () => {
    const before = await history();
    await migrate(ownerUrl);
    expect(await history()).toEqual(before);
    expect(await connected(ownerUrl, describeSchema)).toBe(await committedSchema());
  });

  test("goes on after a process that was killed in the middle of it", async () => {
    // What such a process leaves behind: knex' own lock, which nobody holds any more.
    await query(ownerUrl, "UPDATE migrations_lock SET is_locked = 1");
    await migrate(ownerUrl);
    expect(await query(ownerUrl, "SELECT is_locked FROM migrations_lock")).toEqual([{ is_locked: 0 }]);
  });
});
