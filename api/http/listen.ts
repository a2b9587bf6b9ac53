import { once } from "node:events";
import type { Server as HttpServer } from "node:http";
import type { Server as HttpsServer } from "node:https";

/** A server of either kind. */
export type AnyServer = HttpServer | HttpsServer;

/**
 * Milliseconds for which a connection that says nothing is kept: longer than proxies keep theirs (60 seconds, most of
 * them), so that none sends a request on a connection that is just being closed here.
 */
export const idleConnectionMs = 75_000;

/**
 * Takes a port. Until the service is there, whoever comes is told to come again.
 * @param variable that sets the port, to be named where it is taken
 * @throws Error where it is taken
 */
export async function listen<T extends AnyServer>(
  server: T,
  port: number,
  host: string,
  variable: string,
): Promise<T> {
  server.on("request", (_request, response) => {
    response.writeHead(503, { "Retry-After": "2" }).end("Starting.\n");
  });
  server.keepAliveTimeout = idleConnectionMs;
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") {
      throw new Error(`Port ${port} is taken; set ${variable} to another, such as ${variable}=${port + 1}.`);
    }
    throw error;
  }
  return server;
}
