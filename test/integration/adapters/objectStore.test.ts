import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileObjectStore } from "../../../api/adapters/objectStore/fs.js";
import { s3ObjectStore } from "../../../api/adapters/objectStore/s3.js";
import type { ObjectStore } from "../../../api/ports/objectStore.js";
import { findS3Server, startS3Server } from "../../support/s3Server.js";

interface OpenStore {
  /** A client of its own each time, as another process would have. */
  client(): ObjectStore;
  close(): Promise<void>;
}

async function onDisk(): Promise<OpenStore> {
  const directory = await mkdtemp(join(tmpdir(), "paraph-objects-"));
  return { client: () => fileObjectStore(directory), close: () => rm(directory, { recursive: true }) };
}

const s3 = findS3Server();

async function inS3(): Promise<OpenStore> {
  if ("missing" in s3) throw new Error(s3.missing);
  const server = await startS3Server(s3.program);
  const clients: { close(): void }[] = [];
  return {
    client() {
      const client = s3ObjectStore({ ...server, forcePathStyle: true });
      clients.push(client);
      return client;
    },
    async close() {
      for (const client of clients) client.close();
      await server.stop();
    },
  };
}

const badKeys = [
  "",
  "/",
  "/a",
  "a/",
  "a//b",
  ".",
  "..",
  "...",
  "../a",
  "a/../b",
  "a/./b",
  "a/..",
  "a\\b",
  "a b",
  "a\0",
  "a\nb",
  "é",
  "a%2fb",
  "a:b",
  "~/a",
  "a".repeat(513),
  `${"a".repeat(256)}/b`,
];

describe.each([
  { name: "file system", open: onDisk, missing: undefined },
  { name: "S3", open: inS3, missing: "missing" in s3 ? s3.missing : undefined },
])("an object store: $name", ({ open, missing }) => {
  if (missing !== undefined) {
    test.skip(`SKIPPED, ${missing}`, () => {});
    return;
  }
  let opened: OpenStore;
  let store: ObjectStore;
  beforeAll(async () => {
    opened = await open();
    store = opened.client();
  });
  afterAll(() => opened.close());

  test.each([0, 1, 65_536, 5_000_001])("gives back the same %i bytes", async (size) => {
    const bytes = new Uint8Array(randomBytes(size));
    const key = `whole/${size}-${randomUUID()}.pdf`;
    await store.put(key, bytes, "application/pdf");
    const read = await store.get(key);
    expect(read.constructor).toBe(Uint8Array);
    expect(Buffer.compare(read, bytes)).toBe(0);
  });

  test("shows what one client stored to another at once", async () => {
    await store.put("seen/by-all", Buffer.from("yes"), "text/plain");
    expect(Buffer.from(await opened.client().get("seen/by-all")).toString()).toBe("yes");
  });

  test("never overwrites: a second put of a key is refused as exists and the first bytes stay", async () => {
    await store.put("once/a", Buffer.from("first"), "text/plain");
    await expect(store.put("once/a", Buffer.from("second"), "text/plain")).rejects.toMatchObject({
      code: "exists",
    });
    await expect(store.put("once/a", Buffer.from("first"), "text/plain")).rejects.toMatchObject({
      code: "exists",
    });
    expect(Buffer.from(await store.get("once/a")).toString()).toBe("first");
  });

  test("lets exactly one of twelve writers of one key win, and keeps the winner's bytes", async () => {
    const writers = Array.from({ length: 12 }, (_, number) => ({
      client: opened.client(),
      bytes: new Uint8Array(200_000).fill(number),
    }));
    const results = await Promise.allSettled(
      writers.map((writer) => writer.client.put("race/one", writer.bytes, "text/plain")),
    );
    const winners = writers.filter((_, number) => results[number]!.status === "fulfilled");
    expect(winners).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "exists" });
    }
    expect(Buffer.compare(await store.get("race/one"), winners[0]!.bytes)).toBe(0);
  });

  test("says not_found for what was never stored, under a new prefix too", async () => {
    await expect(store.get("never")).rejects.toMatchObject({ code: "not_found" });
    await expect(store.get("never/there/at-all")).rejects.toMatchObject({ code: "not_found" });
  });

  test("forgets what is deleted, and takes the deletion of nothing as done", async () => {
    await store.put("gone/soon/a", Buffer.from("a"), "text/plain");
    await store.put("gone/soon/b", Buffer.from("b"), "text/plain");
    await store.delete("gone/soon/a");
    await store.delete("gone/soon/a");
    await store.delete("nothing/here");
    await expect(store.get("gone/soon/a")).rejects.toMatchObject({ code: "not_found" });
    expect(Buffer.from(await store.get("gone/soon/b")).toString()).toBe("b");
  });

  test("refuses each key that could name something outside the store, in each operation", async () => {
    for (const key of badKeys) {
      const attempts = [store.put(key, Buffer.from("x"), "text/plain"), store.get(key), store.delete(key)];
      const results = await Promise.allSettled(attempts);
      const codes = results.map((result) => (result.status === "rejected" ? result.reason.code : "done"));
      expect({ key, codes }).toEqual({ key, codes: ["invalid_key", "invalid_key", "invalid_key"] });
    }
  });

  test("takes every character and length that the port allows", async () => {
    for (const key of ["aZ09._-/..a/b../.c", `${"d".repeat(255)}/${"e".repeat(255)}`]) {
      await store.put(key, Buffer.from("x"), "text/plain");
      expect((await store.get(key)).byteLength).toBe(1);
    }
  });

  test("passes its probe, time and again", async () => {
    await store.probe();
    await store.probe();
  });
});
