import { randomUUID } from "node:crypto";
import {
  CreateBucketCommand,
  GetObjectLegalHoldCommand,
  GetObjectRetentionCommand,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { systemClock } from "../../../api/adapters/clock/system.js";
import { type S3ObjectStore, s3ObjectStore } from "../../../api/adapters/objectStore/s3.js";
import { systemRandom } from "../../../api/adapters/random/system.js";
import { provenLock } from "../../../api/objectLock/provenLock.js";
import type { ObjectLock } from "../../../api/ports/objectLock.js";
import { findS3Server, type S3Server, startS3Server } from "../../support/s3Server.js";

const content = new Uint8Array(Buffer.from("content"));
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000);

const found = findS3Server();
describe("the S3 object store and a bucket that keeps versions and locks", () => {
  if ("missing" in found) {
    test.skip(`SKIPPED, ${found.missing}`, () => {});
    return;
  }
  let server: S3Server;
  let client: S3Client;
  const stores: Record<"locks" | "versions" | "plain", S3ObjectStore> = {} as never;
  beforeAll(async () => {
    server = await startS3Server(found.program, { versions: true });
    client = new S3Client({ ...server, credentials: server, forcePathStyle: true });
    await client.send(new CreateBucketCommand({ Bucket: "locks", ObjectLockEnabledForBucket: true }));
    await client.send(new CreateBucketCommand({ Bucket: "versions" }));
    await client.send(
      new PutBucketVersioningCommand({ Bucket: "versions", VersioningConfiguration: { Status: "Enabled" } }),
    );
    const open = (bucket: string) => s3ObjectStore({ ...server, bucket, forcePathStyle: true });
    stores.locks = open("locks");
    stores.versions = open("versions");
    stores.plain = open(server.bucket);
  });
  afterAll(async () => {
    for (const store of Object.values(stores)) store.close();
    client.destroy();
    await server.stop();
  });

  const versionsOf = async (bucket: string, key: string) => {
    const listed = await client.send(new ListObjectVersionsCommand({ Bucket: bucket, Prefix: key }));
    return [...(listed.Versions ?? []), ...(listed.DeleteMarkers ?? [])];
  };

  test("deletes an object with every version and every marker of it, and no other object", async () => {
    const { versions: store } = stores;
    const key = randomUUID();
    await store.put(key, content, "text/plain");
    await store.put(`${key}-other`, content, "text/plain");
    await store.delete(key);
    await expect(store.get(key)).rejects.toMatchObject({ code: "not_found" });
    expect((await versionsOf("versions", key)).map(({ Key }) => Key)).toEqual([`${key}-other`]);
    await store.delete(key);
    expect((await versionsOf("versions", key)).map(({ Key }) => Key)).toEqual([`${key}-other`]);
  });

  test("does not delete, hide or overwrite an object under lock, and says that it is locked", async () => {
    const { locks: store } = stores;
    const key = randomUUID();
    const until = inSeconds(3600);
    await store.lock.putLocked(key, content, "text/plain", until);
    await expect(store.delete(key)).rejects.toMatchObject({ code: "locked" });
    expect(Buffer.from(await store.get(key)).toString()).toBe("content");
    await expect(store.put(key, Buffer.from("other"), "text/plain")).rejects.toMatchObject({
      code: "exists",
    });
    expect(await versionsOf("locks", key)).toHaveLength(1);
    const { Retention } = await client.send(new GetObjectRetentionCommand({ Bucket: "locks", Key: key }));
    expect(Retention?.Mode).toBe("COMPLIANCE");
    expect(Math.abs(Retention!.RetainUntilDate!.getTime() - until.getTime())).toBeLessThan(1000);
  });

  test("deletes an object whose lock has ended", async () => {
    const { locks: store } = stores;
    const key = randomUUID();
    await store.lock.putLocked(key, content, "text/plain", inSeconds(2));
    await expect(store.delete(key)).rejects.toMatchObject({ code: "locked" });
    await new Promise((resolve) => setTimeout(resolve, 2500));
    await store.delete(key);
    expect(await versionsOf("locks", key)).toEqual([]);
  });

  test("extends a lock, and never shortens it", async () => {
    const { locks: store } = stores;
    const key = randomUUID();
    await store.lock.putLocked(key, content, "text/plain", inSeconds(2));
    await store.lock.extend(key, inSeconds(3600));
    await new Promise((resolve) => setTimeout(resolve, 2500));
    await expect(store.delete(key)).rejects.toMatchObject({ code: "locked" });
    await expect(store.lock.extend(key, inSeconds(10))).rejects.toMatchObject({ code: "unavailable" });
  });

  test("keeps an object under hold that no lock keeps, until the hold is lifted", async () => {
    const { locks: store } = stores;
    const key = randomUUID();
    await store.put(key, content, "text/plain");
    await store.lock.hold(key, true);
    const { LegalHold } = await client.send(new GetObjectLegalHoldCommand({ Bucket: "locks", Key: key }));
    expect(LegalHold?.Status).toBe("ON");
    await expect(store.delete(key)).rejects.toMatchObject({ code: "locked" });
    await store.lock.hold(key, false);
    await store.delete(key);
    await expect(store.get(key)).rejects.toMatchObject({ code: "not_found" });
  });

  describe("proven at start", () => {
    const lines: object[] = [];
    const platform = (objectStore: S3ObjectStore) => ({
      objectStore,
      clock: systemClock,
      random: systemRandom,
      log: {
        info: (_fields: object, message: string) => void lines.push({ message }),
        warn: (fields: object, message: string) => void lines.push({ ...fields, message }),
        error: () => undefined,
      },
    });
    beforeEach(() => lines.splice(0));

    test("are the locks of a bucket that keeps them", async () => {
      const { locks: store } = stores;
      expect(await provenLock(platform(store), store.lock, "required")).toBe(store.lock);
      expect(await provenLock(platform(store), store.lock, "auto")).toBe(store.lock);
    });

    test.each(["versions", "plain"] as const)("are none of a bucket without (%s)", async (bucket) => {
      const store = stores[bucket];
      expect(await provenLock(platform(store), store.lock, "auto")).toBeNull();
      expect(lines).toEqual([
        expect.objectContaining({ message: expect.stringContaining("nothing is promised") }),
      ]);
      await expect(provenLock(platform(store), store.lock, "required")).rejects.toThrow(
        /OBJECT_LOCK is required/,
      );
    });

    test("are none of a store that takes locks and deletes all the same", async () => {
      const store = stores.plain;
      const pretended: ObjectLock = {
        ...store.lock,
        putLocked: (key, bytes, contentType) => store.put(key, bytes, contentType),
      };
      expect(await provenLock(platform(store), pretended, "auto")).toBeNull();
      await expect(provenLock(platform(store), pretended, "required")).rejects.toThrow(/could be deleted/);
    });

    test("are not asked for where they are off, nor denied to a store that is away", async () => {
      const { locks: store } = stores;
      expect(await provenLock(platform(store), store.lock, "off")).toBeNull();
      expect(lines).toEqual([]);
      const away = s3ObjectStore({ ...server, endpoint: "http://127.0.0.1:1", forcePathStyle: true });
      await expect(provenLock(platform(away), away.lock, "auto")).rejects.toMatchObject({
        code: "unavailable",
      });
      away.close();
    });
  });
});
