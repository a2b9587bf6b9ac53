import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { compose } from "./compose.js";
import { readConfig } from "./config.js";
import { prepareDemo } from "./demo/prepareDemo.js";
import { makeApp } from "./http/app.js";
import { type AnyServer, listen } from "./http/listen.js";
import { MutualTlsIdentity } from "./http/mutualTls/mutualTlsIdentity.js";
import { mutualTlsServer } from "./http/mutualTls/mutualTlsServer.js";
import { Worker } from "./work/worker.js";

/** Starts the service: API, worker or both. */
async function main(): Promise<void> {
  const config = readConfig();
  const { host, roles, mutualTls } = config;
  // The ports first: whoever starts twice learns it before anything else is touched.
  const server = roles.api ? await listen(createServer(), config.port, host, "PORT") : null;
  const tls =
    roles.api && mutualTls ? await listen(mutualTlsServer(), mutualTls.port, host, "MTLS_PORT") : null;
  const port = server ? portOf(server) : config.port;
  const publicUrl = config.port === 0 ? `http://127.0.0.1:${port}` : config.publicUrl;

  const { parts, serverIdentity, close } = await compose(config, publicUrl);
  const { platform, hierarchies } = parts;
  const authorities = [hierarchies.live.clients, hierarchies.test.clients];
  const identity =
    tls && serverIdentity && new MutualTlsIdentity(tls, serverIdentity, authorities, platform.log);
  await identity?.start();
  const servers = [server, tls].filter((one) => one !== null);
  const app = makeApp(parts) as RequestListener;
  for (const one of servers) one.removeAllListeners("request").on("request", app);
  const worker = roles.worker ? new Worker(platform) : null;
  worker?.start();
  stopOnSignal(async () => {
    identity?.stop();
    for (const one of servers) {
      one.close();
      one.closeIdleConnections();
    }
    await worker?.stop();
    await close();
  });
  if (parts.outbox && server) process.stdout.write(await prepareDemo(platform, config.directory));
  else process.stdout.write(`Paraph runs${server ? ` on ${publicUrl}` : " as a worker"}.\n`);
  if (tls) process.stdout.write(`Client certificates are asked for on port ${portOf(tls)}.\n`);
}

function portOf(server: AnyServer): number {
  return (server.address() as AddressInfo).port;
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const handle = () => {
    if (stopping) return;
    stopping = true;
    // Whatever hangs must not keep the process: all that is unfinished is taken up at the next start.
    setTimeout(() => process.exit(1), 10_000).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`Stopping failed: ${error instanceof Error ? error.message : "unknown"}\n`);
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", handle);
  process.on("SIGTERM", handle);
}

main().catch((error: unknown) => {
  process.stderr.write(`Paraph cannot start: ${error instanceof Error ? error.message : "unknown"}\n`);
  process.exit(1);
});
