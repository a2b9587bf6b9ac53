import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { compose } from "./compose.js";
import { type Config, readConfig } from "./config.js";
import { prepareDemo } from "./demo/prepareDemo.js";
import { makeApp } from "./http/app.js";
import { Worker } from "./work/worker.js";

/** Starts the service: API, worker or both. */
async function main(): Promise<void> {
  const config = readConfig();
  // The port first: whoever starts twice learns it before anything else is touched.
  const server = config.roles.api ? await listen(config) : null;
  const port = server ? (server.address() as AddressInfo).port : config.port;
  const publicUrl = config.port === 0 ? `http://127.0.0.1:${port}` : config.publicUrl;

  const { parts, close } = await compose(config, publicUrl);
  const worker = config.roles.worker ? new Worker(parts.platform) : null;
  server?.removeAllListeners("request").on("request", makeApp(parts) as RequestListener);
  worker?.start();
  stopOnSignal(async () => {
    server?.close();
    server?.closeIdleConnections();
    await worker?.stop();
    await close();
  });
  if (parts.outbox && server) process.stdout.write(await prepareDemo(parts.platform, config.directory));
  else process.stdout.write(`Paraph runs${server ? ` on ${publicUrl}` : " as a worker"}.\n`);
}

async function listen(config: Config): Promise<Server> {
  const server = createServer((_request, response) => {
    response.writeHead(503, { "Retry-After": "2" }).end("Starting.\n");
  });
  server.listen(config.port, config.host);
  try {
    await once(server, "listening");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
      throw new Error(`Port ${config.port} is taken; set PORT to another, such as PORT=${config.port + 1}.`);
    }
    throw error;
  }
  return server;
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
