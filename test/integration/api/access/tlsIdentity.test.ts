import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import type { Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "node:tls";
import { softwareKeyStore } from "../../../../api/adapters/keyStore/software.js";
import { fileObjectStore } from "../../../../api/adapters/objectStore/fs.js";
import { systemRandom } from "../../../../api/adapters/random/system.js";
import { fileServerIdentity } from "../../../../api/adapters/serverIdentity/files.js";
import { OwnServerIdentity } from "../../../../api/ca/serverAuthority.js";
import { MutualTlsIdentity } from "../../../../api/http/mutualTls/mutualTlsIdentity.js";
import { mutualTlsServer } from "../../../../api/http/mutualTls/mutualTlsServer.js";
import type { ServerIdentitySource } from "../../../../api/ports/serverIdentity.js";
import { loopbackCertificate } from "../../../support/openssl.js";
import { TestClock } from "../../../support/testClock.js";

let directory: string;
let server: Server;
let logged: string[];
let identity: MutualTlsIdentity;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "paraph-identity-"));
  server = mutualTlsServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  logged = [];
});
afterEach(async () => {
  identity.stop();
  server.closeAllConnections();
  server.close();
  await rm(directory, { recursive: true, force: true });
});

function identityOf(source: ServerIdentitySource): MutualTlsIdentity {
  const write = (_fields: object, message: string) => void logged.push(message);
  identity = new MutualTlsIdentity(server, source, [], { info: write, warn: write, error: write });
  return identity;
}

/** Fingerprint and end of the certificate that the port shows now. */
async function shown(): Promise<{ fingerprint256: string; valid_to: string }> {
  const { port } = server.address() as AddressInfo;
  const socket = connect({ port, host: "127.0.0.1", rejectUnauthorized: false });
  await once(socket, "secureConnect");
  const { fingerprint256, valid_to } = socket.getPeerCertificate();
  socket.destroy();
  return { fingerprint256, valid_to };
}

describe("from files", () => {
  const paths = () => ({ certificate: join(directory, "tls.crt"), key: join(directory, "tls.key") });
  const write = async ({ cert, key }: { cert?: string; key?: string }) => {
    if (cert !== undefined) await writeFile(paths().certificate, cert);
    if (key !== undefined) await writeFile(paths().key, key);
  };
  const start = async () => {
    await write(await loopbackCertificate(directory));
    await identityOf(fileServerIdentity(paths())).start();
    return shown();
  };

  test("a certificate that was replaced is shown to the next who come", async () => {
    const first = await start();
    await write(await loopbackCertificate(directory));
    await identity.renew();
    expect(await shown()).not.toEqual(first);
    expect(logged).toEqual([]);
  });

  test("one whose key is another's is not taken, said once, and the one of before kept until both are there", async () => {
    const first = await start();
    const { cert, key } = await loopbackCertificate(directory);
    await write({ cert });
    for (const _time of [1, 2, 3]) await identity.renew();
    expect(logged).toHaveLength(1);
    expect(await shown()).toEqual(first);
    await write({ key });
    await identity.renew();
    expect(await shown()).not.toEqual(first);
  });

  test("files that are gone or hold nothing of use leave the one of before", async () => {
    const first = await start();
    await write({ cert: "no certificate" });
    await identity.renew();
    await rm(paths().key);
    await identity.renew();
    expect(logged).toHaveLength(2);
    expect(await shown()).toEqual(first);
  });

  test("without usable ones to begin with there is no start", async () => {
    await expect(identityOf(fileServerIdentity(paths())).start()).rejects.toThrow(/tls\.(crt|key)/);
    const [{ cert }, { key }] = [await loopbackCertificate(directory), await loopbackCertificate(directory)];
    for (const wrong of [
      { cert, key },
      { cert: cert.slice(0, 300), key },
      { cert, key: key.slice(0, 99) },
    ]) {
      await write(wrong);
      const started = identityOf(fileServerIdentity(paths())).start();
      await expect(started).rejects.toThrow(
        /^The TLS port's certificate and key cannot be used together: .+/,
      );
    }
  });
});

describe("from an authority of our own", () => {
  const own = (clock: TestClock) =>
    OwnServerIdentity.load(
      {
        objectStore: fileObjectStore(join(directory, "objects")),
        keyStore: softwareKeyStore({ directory: join(directory, "keys"), secret: Buffer.alloc(32, 1) }),
        clock,
        random: systemRandom,
      },
      ["localhost"],
    );

  test("the certificate lasts ninety days and is another one when thirty are left", async () => {
    const clock = new TestClock();
    await identityOf(await own(clock)).start();
    const first = await shown();
    expect(Math.round((Date.parse(first.valid_to) - clock.now().getTime()) / 86_400_000)).toBe(90);
    clock.advance(59.9 * 86_400);
    await identity.renew();
    expect(await shown()).toEqual(first);
    clock.advance(0.2 * 86_400);
    await identity.renew();
    const second = await shown();
    expect(second.fingerprint256).not.toBe(first.fingerprint256);
    expect(Math.round((Date.parse(second.valid_to) - clock.now().getTime()) / 86_400_000)).toBe(90);
  });

  test("two processes that start at once have one root, and keys of their own", async () => {
    const clock = new TestClock();
    const [one, two] = await Promise.all([own(clock), own(clock)]);
    expect(one.root.der).toEqual(two.root.der);
    const keys = await Promise.all([one, two].map(async (each) => (await each.current()).privateKey));
    expect(keys[0]).not.toBe(keys[1]);
  });
});
