import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Arrivals, SinkWish } from "./sink.js";

/*
 * Whoever is told, in a process of its own, so that its work is not the service's. What it does is in the path:
 * /ok/… answers at once, /slow/… after two seconds, /silent/… never.
 */
const slowMs = 2000;
let arrivals: Record<string, [id: string, at: number][]> = {};

const server = createServer((request, response) => {
  const at = performance.timeOrigin + performance.now();
  const path = request.url!;
  arrivals[path] ??= [];
  arrivals[path].push([String(request.headers["webhook-id"]), at]);
  request.resume();
  request.once("end", () => {
    const answer = () => response.writeHead(200, { "Content-Type": "text/plain" }).end("ok");
    if (path.startsWith("/slow/")) setTimeout(answer, slowMs);
    else if (path.startsWith("/ok/")) answer();
  });
});
// Longer than whatever is measured: a connection that is closed between two requests is not what this is about.
server.keepAliveTimeout = 60_000;

process.on("message", (wish: SinkWish) => {
  if (wish === "count") {
    const counts = Object.entries(arrivals).map(([path, those]) => [path, those.length]);
    process.send!(Object.fromEntries(counts));
    return;
  }
  const taken: Arrivals = arrivals;
  arrivals = {};
  process.send!(taken);
});
process.once("disconnect", () => process.exit());
server.listen(0, "127.0.0.1", () => process.send!((server.address() as AddressInfo).port));
