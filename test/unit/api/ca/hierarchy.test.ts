import { randomBytes, X509Certificate } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { softwareKeyStore } from "../../../../api/adapters/keyStore/software.js";
import { fileObjectStore } from "../../../../api/adapters/objectStore/fs.js";
import { systemRandom } from "../../../../api/adapters/random/system.js";
import type { AuthorityNeeds } from "../../../../api/ca/authority.js";
import { loadHierarchy } from "../../../../api/ca/hierarchy.js";
import { TestClock } from "../../../support/testClock.js";

const year = 365 * 86_400;
let directory: string;
let platform: AuthorityNeeds & { clock: TestClock };
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "paraph-hierarchy-"));
  platform = {
    objectStore: fileObjectStore(join(directory, "objects")),
    keyStore: softwareKeyStore({ directory: join(directory, "keys"), secret: randomBytes(32) }),
    clock: new TestClock(),
    random: systemRandom,
  };
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const start = () => loadHierarchy(platform, "live", "http://pki.example");

test("a unit and a seal with more than five years left stay as they are at every start", async () => {
  const first = await start();
  platform.clock.advance(4.9 * year);
  const second = await start();
  expect(second).toEqual(first);
  expect(second.former).toEqual([]);
});

test("with less left they are followed by others under keys of their own, and those of before are still known", async () => {
  const first = await start();
  platform.clock.advance(5.1 * year);
  const second = await start();
  expect(second.root).toEqual(first.root);
  expect(second.signers).toEqual(first.signers);
  for (const part of ["timestamps", "seal"] as const) {
    expect(second[part].notAfter.getTime() - first[part].notAfter.getTime()).toBeGreaterThan(5 * year * 1000);
    expect(second[part].subjectPublicKeyInfo).not.toEqual(first[part].subjectPublicKeyInfo);
    expect(second.keys[part]).toBe(`live/${part}-2`);
    expect(second.former).toContainEqual({ part, generation: 1, certificate: first[part] });
  }
  expect(await start()).toEqual(second);
});

test("two processes that start at once go on with the same ones", async () => {
  await start();
  platform.clock.advance(5.1 * year);
  const [one, other] = await Promise.all([start(), start()]);
  expect(one).toEqual(other);
});

test("no certificate outlives the root, and none is made that would last hardly longer than the one in use", async () => {
  const { root } = await start();
  for (let years = 0; years < 24; years += 4) {
    platform.clock.advance(4 * year);
    const { timestamps, former } = await start();
    expect(timestamps.notAfter.getTime()).toBeLessThanOrEqual(root.notAfter.getTime());
    expect(former.length).toBeLessThanOrEqual(6);
  }
  const late = await start();
  platform.clock.advance(60);
  expect(await start()).toEqual(late);
});

test("the authority for clients is a trust anchor of its own, apart from the root and from the other mode's", async () => {
  const { root, clients, keys } = await start();
  const other = await loadHierarchy(platform, "test", "http://pki.example");
  expect(clients.issuer).toEqual(clients.subject);
  expect(new X509Certificate(clients.der).verify(new X509Certificate(clients.der).publicKey)).toBe(true);
  expect(new X509Certificate(clients.der).verify(new X509Certificate(root.der).publicKey)).toBe(false);
  expect(other.clients.subjectPublicKeyInfo).not.toEqual(clients.subjectPublicKeyInfo);
  expect([keys.clients, other.keys.clients]).toEqual(["live/clients", "test/clients"]);
});
