import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { listen } from "../../../../api/http/listen.js";

let server: Server;
beforeAll(async () => {
  server = await listen(createServer(), 0, "127.0.0.1", "PORT");
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const port = () => (server.address() as AddressInfo).port;

describe("a port that was taken", () => {
  test("keeps idle connections longer than proxies keep theirs, and says how long", async () => {
    const { headers } = await fetch(`http://127.0.0.1:${port()}/`);
    const seconds = Number(/^timeout=(\d+)$/.exec(headers.get("Keep-Alive") ?? "")?.[1]);
    expect(seconds).toBeGreaterThan(60);
  });

  test("tells whoever comes before the service is there to come again", async () => {
    const early = await fetch(`http://127.0.0.1:${port()}/v1/orders`);
    expect([early.status, early.headers.get("Retry-After")]).toEqual([503, "2"]);
  });

  test("cannot be taken twice, and the second is told which setting to change", async () => {
    await expect(listen(createServer(), port(), "127.0.0.1", "MTLS_PORT")).rejects.toThrow(
      `Port ${port()} is taken; set MTLS_PORT`,
    );
  });
});
