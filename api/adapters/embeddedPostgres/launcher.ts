import { statSync } from "node:fs";
import { dirname } from "node:path";
import type { Account } from "./account.js";
import type { Binaries } from "./binaries.js";
import { EmbeddedPostgresError } from "./error.js";
import { type ProgramResult, runProgram } from "./program.js";

/** Runs one of PostgreSQL's programs as the server's account. */
export type Launcher = (program: string, programArguments: readonly string[]) => Promise<ProgramResult>;

/**
 * Finds the weakest way that works to run PostgreSQL as an account. Where the clone lies under a directory that the
 * account may not enter, the account is given one capability, and nobody's permissions are changed.
 * @param directory which the cluster lies or will lie in; the account must get there and to the programs
 * @throws EmbeddedPostgresError `account_unusable`, naming the directory in the way
 */
export async function findLauncher(
  binaries: Binaries,
  directory: string,
  account: Account | null,
): Promise<Launcher> {
  const ways = account
    ? [
        asAccount(account),
        withCapability(account, "dac_read_search"),
        withCapability(account, "dac_override"),
      ]
    : [runProgram];
  const complaints: string[] = [];
  for (const way of ways) {
    const probe = ['cd "$1" && exec "$2" --version', "sh", directory, binaries.postgres];
    const { status, stderr } = await way("/bin/sh", ["-c", ...probe]);
    // PostgreSQL complains, but goes on, when it cannot find itself.
    if (status === 0 && stderr === "") return way;
    complaints.push(stderr.trim());
  }
  throw unusable(binaries, directory, account, complaints.join("; "));
}

function asAccount({ uid, gid }: Account): Launcher {
  return (program, programArguments) => runProgram(program, programArguments, { uid, gid });
}

/**
 * CAP_DAC_READ_SEARCH lets the account walk through any directory and read any file, CAP_DAC_OVERRIDE (which is what
 * containers grant by default) also write; still far from root, and in the hands of PostgreSQL only. access(2)
 * ignores capabilities of an account other than root, and PostgreSQL asks it for its own programs, hence the bit.
 */
function withCapability({ uid, gid }: Account, capability: string): Launcher {
  const confinement = [
    `--reuid=${uid}`,
    `--regid=${gid}`,
    "--clear-groups",
    `--inh-caps=-all,+${capability}`,
    `--ambient-caps=-all,+${capability}`,
    "--securebits=+no_setuid_fixup",
    "--no-new-privs",
  ];
  return (program, programArguments) => runProgram("setpriv", [...confinement, program, ...programArguments]);
}

function unusable(
  binaries: Binaries,
  directory: string,
  account: Account | null,
  complaints: string,
): EmbeddedPostgresError {
  if (!account) {
    return new EmbeddedPostgresError("account_unusable", `PostgreSQL does not run here: ${complaints}`);
  }
  const barrier = [directory, dirname(binaries.postgres)]
    .map((path) => firstClosed(path, account))
    .find(Boolean);
  const reason = barrier ? `cannot enter ${barrier}` : `cannot run it (${complaints})`;
  return new EmbeddedPostgresError(
    "account_unusable",
    `PostgreSQL refuses to run as root, and the account ${account.name} ${reason}. Move Paraph to a directory that everybody may enter, start it as the user who owns it, or set DATABASE_URL to a PostgreSQL of your own.`,
  );
}

/** The outermost directory on the way to a path that the account may not walk through. */
function firstClosed(path: string, account: Account): string | null {
  const parent = dirname(path);
  const outer = parent === path ? null : firstClosed(parent, account);
  if (outer) return outer;
  const { mode, uid: owner, gid: group } = statSync(path);
  const search = owner === account.uid ? 0o100 : group === account.gid ? 0o010 : 0o001;
  return mode & search ? null : path;
}
