import { createInterface } from "node:readline";
import { startEmbeddedPostgres } from "../../api/adapters/embeddedPostgres/index.js";

// A process that uses an embedded PostgreSQL: tells its URL on standard output, and leaves when a line comes in.
const postgres = await startEmbeddedPostgres({ directory: process.argv[2] ?? "", fsync: false });
console.log(postgres.adminUrl);
createInterface(process.stdin).once("line", async () => {
  await postgres.stop();
  process.exit(0);
});
