import { randomBytes } from "node:crypto";
import pg from "pg";
import { startEmbeddedPostgres } from "../../api/adapters/embeddedPostgres/index.js";
import { migrateDatabase } from "../../api/database/migrate.js";
import { testCluster } from "./cluster.js";

const template = "paraph_template";
/** Held until the connection ends. */
const lockTemplate = "SELECT pg_advisory_lock(hashtext('paraph test template'))";

/** A database of a test file's own: the newest schema, no rows. */
export interface FreshDatabase {
  /** As the service's role, which owns nothing. */
  readonly appUrl: string;
  /** As the role that owns the tables. */
  readonly ownerUrl: string;
  /** As a superuser, for what only an intruder in the database server could do. */
  readonly adminUrl: string;
  /** Throws everybody out and removes it. */
  drop(): Promise<void>;
}

interface Template {
  readonly adminUrl: string;
  readonly appUrl: string;
  readonly ownerUrl: string;
}

let prepared: Promise<Template> | null = null;

/** Clones the migrated template; takes some tens of milliseconds. */
export async function freshDatabase(): Promise<FreshDatabase> {
  prepared ??= prepareTemplate();
  const { adminUrl, appUrl, ownerUrl } = await prepared;
  const name = `test_${randomBytes(8).toString("hex")}`;
  await asAdmin(adminUrl, async (client) => {
    // Another process may just be looking whether the template is migrated, and nobody may be in what is cloned.
    await client.query(lockTemplate);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER paraph_owner`);
  });
  return {
    appUrl: inDatabase(appUrl, name),
    ownerUrl: inDatabase(ownerUrl, name),
    adminUrl: inDatabase(adminUrl, name),
    drop: () => asAdmin(adminUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  };
}

/** Starts the run's cluster or finds it running, and migrates the template, in whichever worker comes first. */
async function prepareTemplate(): Promise<Template> {
  const { directory, password } = testCluster();
  const { adminUrl } = await startEmbeddedPostgres({ directory, fsync: false });
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(lockTemplate);
    const urls = await migrateDatabase({
      adminUrl,
      database: template,
      ownerPassword: password,
      appPassword: password,
    });
    return { adminUrl, ...urls };
  } finally {
    await client.end();
  }
}

async function asAdmin(adminUrl: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function inDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}
