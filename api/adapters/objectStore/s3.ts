import { GetObjectCommand, HeadBucketCommand } from "@aws-sdk/client-s3";
import type { ObjectLock } from "../../ports/objectLock.js";
import type { ObjectStore } from "../../ports/objectStore.js";
import { keySegments } from "./key.js";
import { probeByUse } from "./probeByUse.js";
import { readBody } from "./s3Body.js";
import { type S3Location, s3Client } from "./s3Client.js";
import { deleteEveryVersion } from "./s3Delete.js";
import { objectStoreError } from "./s3Error.js";
import { s3ObjectLock } from "./s3Lock.js";
import { type LockedUntil, putNew } from "./s3Put.js";

/** An object store that keeps connections, to be closed when it is no longer used. */
export interface S3ObjectStore extends ObjectStore {
  /** Its locks, if it keeps them: `provenLock` finds out. */
  readonly lock: ObjectLock;
  close(): void;
}

/** An object store in a bucket of Amazon S3, or of a server that speaks its protocol and honours If-None-Match on PUT. */
export function s3ObjectStore(location: S3Location): S3ObjectStore {
  const { bucket, timeoutMs = 60_000 } = location;
  const client = s3Client(location);

  async function guarded<Result>(run: (deadline: AbortSignal) => Promise<Result>): Promise<Result> {
    try {
      return await run(AbortSignal.timeout(timeoutMs));
    } catch (error) {
      throw objectStoreError(error);
    }
  }

  const get: ObjectStore["get"] = (key) =>
    guarded(async (deadline) => {
      keySegments(key);
      const command = new GetObjectCommand({ Bucket: bucket, Key: key });
      const answer = await client.send(command, { abortSignal: deadline });
      return await readBody(answer, deadline);
    });

  const put = (key: string, bytes: Uint8Array, contentType: string, lock?: LockedUntil) =>
    guarded(async (deadline) => {
      keySegments(key);
      await putNew({ client, bucket }, { key, bytes, contentType, lock }, get, deadline);
    });

  const store: Omit<S3ObjectStore, "probe"> = {
    get,
    put: (key, bytes, contentType) => put(key, bytes, contentType),
    delete: (key) =>
      guarded(async (deadline) => {
        keySegments(key);
        await deleteEveryVersion({ client, bucket }, key, deadline);
      }),
    lock: s3ObjectLock({ client, bucket, guarded, put }),
    close: () => client.destroy(),
  };

  return {
    ...store,
    probe: () =>
      guarded(async (deadline) => {
        await client.send(new HeadBucketCommand({ Bucket: bucket }), { abortSignal: deadline });
        await probeByUse(store);
      }),
  };
}
