import { migrate } from "../api/database/migrate.js";

/** `npm run migrate`: brings the database at DATABASE_OWNER_URL to the newest schema. */
const url = process.env["DATABASE_OWNER_URL"];
if (!url) {
  process.stderr.write("Set DATABASE_OWNER_URL to the URL of the role that owns the tables.\n");
  process.exit(1);
}
await migrate(url);
process.stdout.write("The database has the newest schema.\n");
