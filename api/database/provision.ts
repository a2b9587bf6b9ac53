import pg from "pg";

/** Roles of a database, by what they may do. */
const ownerRole = "paraph_owner";
const appRole = "paraph_app";

export interface Provisioning {
  /** URL of a superuser or of a role that may create roles and databases. */
  readonly adminUrl: string;
  readonly database: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
}

export interface ProvisionedDatabase {
  /** For migrations: owns the tables, and is still bound by row-level security. */
  readonly ownerUrl: string;
  /** For the service: owns nothing. */
  readonly appUrl: string;
}

/** Makes the two roles and the database where they are missing, and sets the roles' passwords. Safe to repeat. */
export async function provisionDatabase(provisioning: Provisioning): Promise<ProvisionedDatabase> {
  const { adminUrl, database, ownerPassword, appPassword } = provisioning;
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    // Two processes may start at once; roles are cluster-wide, so the lock is too.
    await client.query("SELECT pg_advisory_lock(hashtext('paraph provisioning'))");
    await ensureRole(client, ownerRole, "LOGIN CREATEROLE NOSUPERUSER NOBYPASSRLS", ownerPassword);
    await ensureRole(client, appRole, "LOGIN NOCREATEROLE NOSUPERUSER NOBYPASSRLS", appPassword);
    const found = await client.query("SELECT FROM pg_database WHERE datname = $1", [database]);
    if (found.rowCount === 0) {
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)} OWNER ${ownerRole}`);
    }
  } finally {
    await client.end();
  }
  return {
    ownerUrl: urlFor(adminUrl, ownerRole, ownerPassword, database),
    appUrl: urlFor(adminUrl, appRole, appPassword, database),
  };
}

async function ensureRole(client: pg.Client, role: string, rights: string, password: string): Promise<void> {
  const found = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [role]);
  const verb = found.rowCount === 0 ? "CREATE" : "ALTER";
  await client.query(`${verb} ROLE ${role} ${rights} PASSWORD ${client.escapeLiteral(password)}`);
}

function urlFor(adminUrl: string, user: string, password: string, database: string): string {
  const url = new URL(adminUrl);
  url.username = user;
  url.password = encodeURIComponent(password);
  url.pathname = `/${database}`;
  return url.toString();
}
