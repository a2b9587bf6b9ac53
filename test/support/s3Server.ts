import { execFile, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { freePort } from "./freePort.js";

/** A real S3 server, Apache-2.0, written in Go. */
const serverModule = "github.com/versity/versitygw/cmd/versitygw@v1.8.0";
/** The compiled file is dist/test/support/s3Server.js. */
const toolsDirectory = resolve(import.meta.dirname, "../../../var/tools");

export interface S3Server {
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  stop(): Promise<void>;
}

/**
 * The server's program: the file PARAPH_VERSITYGW names, else var/tools/versitygw.
 * @returns its path, or a sentence that says what is missing
 */
export function findS3Server(): { program: string } | { missing: string } {
  const named = process.env["PARAPH_VERSITYGW"];
  const program = named || join(toolsDirectory, "versitygw");
  if (existsSync(program)) return { program };
  if (named) return { missing: "the S3 server that PARAPH_VERSITYGW names does not exist" };
  return {
    missing: `no S3 server: put go on the PATH and run the tests' set-up again, or name a built ${serverModule} in PARAPH_VERSITYGW`,
  };
}

/**
 * Builds the server into var/tools when it is not there yet and go is on the PATH; takes about a minute once.
 * @returns what `findS3Server` finds afterwards
 * @throws Error with go's own words when the build fails
 */
export async function installS3Server(): Promise<ReturnType<typeof findS3Server>> {
  const found = findS3Server();
  if ("program" in found || !hasGo()) return found;
  await mkdir(toolsDirectory, { recursive: true });
  await promisify(execFile)("go", ["install", serverModule], {
    env: { ...process.env, GOBIN: toolsDirectory, CGO_ENABLED: "0" },
    timeout: 600_000,
  });
  return findS3Server();
}

function hasGo(): boolean {
  try {
    execFileSync("go", ["version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/**
 * Starts the server on a loopback port of its own, with an empty bucket in a temporary directory.
 * @param options.versions true for a server that can keep versions, and with them locks; the bucket does not, until told
 */
export async function startS3Server(
  program: string,
  options: { readonly versions?: boolean } = {},
): Promise<S3Server> {
  const directory = await mkdtemp(join(tmpdir(), "paraph-s3-"));
  const bucket = "documents";
  await mkdir(join(directory, "store", bucket), { recursive: true });
  await mkdir(join(directory, "meta"));
  await mkdir(join(directory, "versions"));
  const port = await freePort();
  const region = "eu-west-3";
  const accessKeyId = `AK${randomBytes(9).toString("hex").toUpperCase()}`;
  const secretAccessKey = randomBytes(20).toString("hex");
  // A sidecar directory for metadata: the file system of /tmp may have no extended attributes.
  const server = spawn(
    program,
    [
      ...[
        "--port",
        `127.0.0.1:${port}`,
        "--region",
        region,
        "--health",
        "/health",
        "--quiet",
        "--keep-alive",
      ],
      ...["posix", "--sidecar", join(directory, "meta")],
      ...(options.versions ? ["--versioning-dir", join(directory, "versions")] : []),
      join(directory, "store"),
    ],
    {
      stdio: ["ignore", "ignore", "pipe"],
      env: { ROOT_ACCESS_KEY: accessKeyId, ROOT_SECRET_KEY: secretAccessKey, HOME: directory },
    },
  );
  let complaint = "";
  server.stderr.on("data", (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-2_000);
  });
  const ended = once(server, "exit");
  const endpoint = `http://127.0.0.1:${port}`;
  const stop = async () => {
    server.kill("SIGKILL");
    await ended;
    await rm(directory, { recursive: true, force: true });
  };
  for (let waited = 0; !(await answers(`${endpoint}/health`)); waited += 50) {
    if (server.exitCode !== null || waited > 15_000) {
      await stop();
      throw new Error(`versitygw does not answer: ${complaint}`);
    }
    await pause(50);
  }
  return { endpoint, region, bucket, accessKeyId, secretAccessKey, stop };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
