import { lstatSync } from "node:fs";
import { EmbeddedPostgresError } from "./error.js";
import { runProgram } from "./program.js";

/** An account of the operating system. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const ownAccount = "paraph";

/**
 * Who the server runs as. PostgreSQL refuses root, so for root it is, in this order: the owner of an existing
 * cluster, `postgres`, `paraph` (made as a system account where it can be), `nobody`. Anybody else is that account.
 * @param directory where the cluster lies or will lie
 * @returns null when the server runs as who we are
 * @throws EmbeddedPostgresError `directory_foreign` when the cluster is somebody else's; `account_unusable` when root
 *   finds no account at all
 */
export async function serverAccount(directory: string): Promise<Account | null> {
  const us = process.getuid?.();
  const owner = lstatSync(directory, { throwIfNoEntry: false });
  if (us !== 0) {
    if (owner && us !== undefined && owner.uid !== us) {
      throw new EmbeddedPostgresError(
        "directory_foreign",
        `${directory} belongs to ${await nameOf(owner.uid)}. Start as that account or as root, or remove the directory to begin with an empty database.`,
      );
    }
    return null;
  }
  if (owner && owner.uid !== 0) return { name: await nameOf(owner.uid), uid: owner.uid, gid: owner.gid };
  const account =
    (await find("postgres")) ?? (await find(ownAccount)) ?? (await createOwn()) ?? (await find("nobody"));
  if (!account) {
    throw new EmbeddedPostgresError(
      "account_unusable",
      "PostgreSQL refuses to run as root, and there is no other account for it: make one named postgres, or start as an ordinary user.",
    );
  }
  return account;
}

async function find(name: string): Promise<Account | null> {
  const uid = await runProgram("id", ["-u", name]);
  const gid = await runProgram("id", ["-g", name]);
  if (uid.status !== 0 || gid.status !== 0) return null;
  return { name, uid: Number.parseInt(uid.stdout, 10), gid: Number.parseInt(gid.stdout, 10) };
}

async function createOwn(): Promise<Account | null> {
  const made = await runProgram("useradd", [
    "--system",
    "--no-create-home",
    "--shell",
    "/bin/false",
    ownAccount,
  ]);
  // BusyBox has adduser only.
  if (made.status !== 0) await runProgram("adduser", ["-S", "-D", "-H", "-s", "/bin/false", ownAccount]);
  return find(ownAccount);
}

async function nameOf(uid: number): Promise<string> {
  const { status, stdout } = await runProgram("id", ["-un", String(uid)]);
  return status === 0 ? stdout.trim() : `account ${uid}`;
}
