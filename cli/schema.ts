import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { startEmbeddedPostgres } from "../api/adapters/embeddedPostgres/index.js";
import { describeSchema } from "../api/database/describeSchema.js";
import { migrateDatabase } from "../api/database/migrate.js";

const file = fileURLToPath(new URL("../../migrations/schema.sql", import.meta.url));

const head = `-- The schema that the migrations result in, for reading and for review. Generated: node dist/cli/schema.js
`;

/** The description of a database that was made just now, with nothing but the migrations. */
async function freshSchema(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "paraph-schema-"));
  // As root, PostgreSQL runs as another account, which must be able to get there.
  await chmod(directory, 0o755);
  try {
    const postgres = await startEmbeddedPostgres({ directory: join(directory, "postgres"), fsync: false });
    try {
      const password = randomBytes(18).toString("base64url");
      const { ownerUrl } = await migrateDatabase({
        adminUrl: postgres.adminUrl,
        database: "paraph",
        ownerPassword: password,
        appPassword: password,
      });
      const client = new pg.Client({ connectionString: ownerUrl });
      await client.connect();
      try {
        return head + (await describeSchema(client));
      } finally {
        await client.end();
      }
    } finally {
      await postgres.stop();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** `node dist/cli/schema.js [--check]`: writes migrations/schema.sql, or says whether it is what migrations make. */
async function main(args: readonly string[]): Promise<number> {
  const schema = await freshSchema();
  if (!args.includes("--check")) {
    await writeFile(file, schema);
    process.stdout.write("Wrote migrations/schema.sql.\n");
    return 0;
  }
  const committed = await readFile(file, "utf8").catch(() => "");
  if (committed === schema) return 0;
  process.stderr.write(
    "migrations/schema.sql is not what the migrations make. Run node dist/cli/schema.js.\n",
  );
  return 1;
}

process.exitCode = await main(process.argv.slice(2));
