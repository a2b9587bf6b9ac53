import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { type RemoteDocumentsOptions, remoteDocuments } from "../../../api/adapters/remoteDocuments/fetch.js";
import { startProvider } from "../../support/providerServer.js";

const pdf = Buffer.from("%PDF-1.7 a document");
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function servePdf() {
  const server = await startProvider((_, response) => response.end(pdf));
  closing.push(() => server.stop());
  return server;
}

/** Fetches, with the loopback address of our servers opened and its neighbours closed. */
const fetchWith = (url: string, options: Partial<RemoteDocumentsOptions> = {}) =>
  remoteDocuments({ allowHttp: true, allowedRanges: ["127.0.0.1"], ...options }).fetch(url, 1_000);

describe("an address inside", () => {
  test("is not connected to by way of a name, also when only one of the name's addresses is inside", async () => {
    const server = await servePdf();
    const { port } = new URL(server.baseUrl);
    const url = `http://documents.example:${port}/`;
    const outside = { address: "93.184.215.14", family: 4 };
    for (const inside of ["127.0.0.1", "::1", "::ffff:127.0.0.1", "10.0.0.1", "fe80::1", "169.254.169.254"]) {
      const resolve = async () => [outside, { address: inside, family: inside.includes(":") ? 6 : 4 }];
      const attempt = fetchWith(url, { allowedRanges: [], resolve });
      await expect(attempt).rejects.toMatchObject({ code: "address_forbidden" });
    }
    await expect(fetchWith(`http://localhost:${port}/`, { allowedRanges: [] })).rejects.toMatchObject({
      code: "address_forbidden",
    });
    expect(server.requests).toHaveLength(0);
  });

  test("gains nothing from a name that leads elsewhere the next time it is asked", async () => {
    const allowed = await servePdf();
    const port = Number(new URL(allowed.baseUrl).port);
    const inside: Socket[] = [];
    const trap = createServer((socket) => inside.push(socket.destroy())).listen(port, "127.0.0.2");
    await once(trap, "listening");
    closing.push(() => trap.close());
    let asked = 0;
    const resolve = async () => [{ address: asked++ === 0 ? "127.0.0.1" : "127.0.0.2", family: 4 }];
    const documents = remoteDocuments({ allowHttp: true, allowedRanges: ["127.0.0.1"], resolve });
    const url = `http://rebinding.example:${port}/`;
    expect((await documents.fetch(url, 1_000)).bytes).toHaveLength(pdf.length);
    expect(asked).toBe(1);
    await expect(documents.fetch(url, 1_000)).rejects.toMatchObject({ code: "address_forbidden" });
    expect(inside).toHaveLength(0);
  });

  test("is refused where the connection ends, when a permitted address leads to it", async () => {
    const server = await servePdf();
    const { port } = new URL(server.baseUrl);
    // A connection to 0.0.0.0 ends at loopback, which is not opened here.
    const attempt = fetchWith(`http://0.0.0.0:${port}/`, { allowedRanges: ["0.0.0.0"] });
    await expect(attempt).rejects.toMatchObject({ code: "address_forbidden" });
    expect(server.requests).toHaveLength(0);
  });
});
