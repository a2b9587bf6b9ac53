import { open, rm, stat, truncate } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Binaries } from "./binaries.js";
import type { Cluster } from "./cluster.js";
import { EmbeddedPostgresError } from "./error.js";
import type { Launcher } from "./launcher.js";
import { answers, readPostmaster } from "./postmaster.js";
import { isAlive, mayBePostgres } from "./processes.js";

/** Seconds for a start, which may have to replay the log of a crash, and for a stop. */
const patience = 120;
const mostLogBytes = 8 * 1024 * 1024;

/**
 * Settings of the server, beside PostgreSQL's own. It listens on 127.0.0.1 only, not on a socket file. Its log has
 * neither statements nor DETAIL lines: they quote rows, and so addresses and names.
 */
function settings(port: number, fsync: boolean): Record<string, string> {
  return {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    password_encryption: "scram-sha-256",
    max_connections: "100",
    shared_buffers: "128MB",
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_checkpoints: "off",
    ...(fsync ? {} : { fsync: "off", full_page_writes: "off", synchronous_commit: "off" }),
  };
}

/** Reasons that pass: another start was first; the children of a killed server are still there; the port was taken. */
const passing = /postmaster\.pid" already exists|shared memory block .* still in use|Address already in use/;

/**
 * Starts the server of a cluster, or finds it running: it is a process of its own, which outlives us when we are
 * killed, and is then adopted. PostgreSQL itself lets only one server at the data.
 * @returns the port on 127.0.0.1
 * @throws EmbeddedPostgresError `start_failed`, with what the server's log says
 */
export async function runServer(
  cluster: Cluster,
  binaries: Binaries,
  launch: Launcher,
  fsync: boolean,
): Promise<number> {
  const deadline = Date.now() + patience * 1000;
  let complaint = "it does not answer";
  while (Date.now() < deadline) {
    const running = await readPostmaster(cluster);
    if (running && isAlive(running.pid)) {
      if (await answers(cluster, running.port)) return running.port;
      if (await mayBePostgres(running.pid)) {
        // Starting, recovering or stopping.
        await pause(100);
        continue;
      }
      // After a restart of the machine, its number is another program's, and PostgreSQL would wait for that forever.
      await rm(join(cluster.data, "postmaster.pid"), { force: true });
    }
    // Where it was before, when a killed server left word of it: whoever knows the port finds it again.
    const port = running !== null && (await isFree(running.port)) ? running.port : await freePort();
    const failure = await launchServer(cluster, binaries, launch, port, fsync);
    if (failure === null) continue;
    complaint = failure;
    // Of two starts at once, the log's last lines may be those of the one that succeeded.
    const other = await readPostmaster(cluster);
    if (!passing.test(complaint) && !(other && isAlive(other.pid))) break;
    await pause(200);
  }
  throw new EmbeddedPostgresError("start_failed", `PostgreSQL did not start: ${complaint} (${cluster.log})`);
}

/** Tries once. @returns null when the server runs, else what it said */
async function launchServer(
  cluster: Cluster,
  binaries: Binaries,
  launch: Launcher,
  port: number,
  fsync: boolean,
): Promise<string | null> {
  const logStart = await shortenLog(cluster);
  const options = Object.entries(settings(port, fsync)).map(([name, value]) => `-c ${name}='${value}'`);
  const place = ["-D", cluster.data, "-l", cluster.log];
  const { status, stderr } = await launch(binaries.pgCtl, [
    ...["start", ...place, "-w", "-t", String(patience)],
    ...["-o", options.join(" ")],
  ]);
  return status === 0 ? null : `${await logSince(cluster, logStart)} ${stderr.trim()}`;
}

/** Stops the server of a cluster; one that does not run is no error. @throws EmbeddedPostgresError `stop_failed` */
export async function stopServer(cluster: Cluster, binaries: Binaries, launch: Launcher): Promise<void> {
  const control = ["stop", "-D", cluster.data, "-m", "fast", "-w", "-t", String(patience)];
  const stopped = await launch(binaries.pgCtl, control);
  if (stopped.status === 0 || (await readPostmaster(cluster)) === null) return;
  throw new EmbeddedPostgresError("stop_failed", `PostgreSQL does not stop: ${stopped.stderr.trim()}`);
}

async function isFree(port: number): Promise<boolean> {
  if (port === 0) return false;
  return freePort(port).then(
    () => true,
    () => false,
  );
}

/** A TCP port that nobody listens on now; somebody may before we do, and then the start is tried again. */
function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(wanted, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Empties a log that has grown large. @returns its length in bytes */
async function shortenLog({ log }: Cluster): Promise<number> {
  const size = await stat(log)
    .then((entry) => entry.size)
    .catch(() => 0);
  if (size <= mostLogBytes) return size;
  await truncate(log);
  return 0;
}

/** The last lines that the server has written since a place in its log, in bytes. */
async function logSince({ log }: Cluster, from: number): Promise<string> {
  const file = await open(log).catch(() => null);
  if (file === null) return "";
  try {
    const bytes = Buffer.alloc(4096);
    const { size } = await file.stat();
    const { bytesRead } = await file.read(bytes, 0, bytes.length, Math.max(from, size - bytes.length));
    const lines = bytes.subarray(0, bytesRead).toString("utf8").trim().split("\n");
    return lines
      .filter((line) => !line.includes("database system is shut down"))
      .slice(-3)
      .join(" ");
  } finally {
    await file.close();
  }
}
