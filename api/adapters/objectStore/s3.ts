import { setTimeout as pause } from "node:timers/promises";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { type ObjectStore, ObjectStoreError } from "../../ports/objectStore.js";
import { keySegments } from "./key.js";
import { probeByUse } from "./probeByUse.js";
import { readBody } from "./s3Body.js";

/** Where an S3 bucket is, and the key pair that opens it. */
export interface S3Location {
  /** The server's URL; absent for Amazon's own in `region`. */
  readonly endpoint?: string;
  readonly region: string;
  /** Must exist. The key pair needs GetObject, PutObject, DeleteObject and ListBucket in it. */
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** `https://host/bucket/key` instead of `https://bucket.host/key`; what most servers but Amazon's want. */
  readonly forcePathStyle: boolean;
  /** Milliseconds for one operation with all its tries, and with the body; 60,000 when absent. */
  readonly timeoutMs?: number;
}

/** An object store that keeps connections, to be closed when it is no longer used. */
export interface S3ObjectStore extends ObjectStore {
  close(): void;
}

const mostTries = 3;

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

  const store: Omit<S3ObjectStore, "probe"> = {
    get,

    put: (key, bytes, contentType) =>
      guarded(async (deadline) => {
        keySegments(key);
        for (let attempt = 1; ; attempt += 1) {
          // S3 compares and writes in one step: of two writers of one key the second is answered 412.
          const command = new PutObjectCommand({
            Bucket: bucket,
            Key: key,
            Body: bytes,
            ContentLength: bytes.byteLength,
            ContentType: contentType,
            IfNoneMatch: "*",
          });
          try {
            await client.send(command, { abortSignal: deadline });
            return;
          } catch (error) {
            if (!(error instanceof S3ServiceException)) throw error;
            const status = error.$metadata.httpStatusCode;
            // 409: another operation on this key was under way, and nobody knows yet how it ended; ask again.
            if (status === 409 && attempt < mostTries) {
              await pause(100 * attempt, undefined, { signal: deadline });
              continue;
            }
            if (status !== 412) throw error;
            // The client itself tries again when an answer is lost, and then meets the object of its first try.
            const ours = (error.$metadata.attempts ?? 1) > 1 || attempt > 1;
            if (ours && Buffer.compare(await get(key), bytes) === 0) return;
            throw new ObjectStoreError("exists", "An object with this key is stored already.", error);
          }
        }
      }),

    delete: (key) =>
      guarded(async (deadline) => {
        keySegments(key);
        const command = new DeleteObjectCommand({ Bucket: bucket, Key: key });
        await client.send(command, { abortSignal: deadline });
      }),

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

function s3Client(location: S3Location): S3Client {
  return new S3Client({
    ...(location.endpoint === undefined ? {} : { endpoint: location.endpoint }),
    region: location.region,
    forcePathStyle: location.forcePathStyle,
    credentials: { accessKeyId: location.accessKeyId, secretAccessKey: location.secretAccessKey },
    maxAttempts: mostTries,
    // The signature covers the SHA-256 of the body already, and many servers refuse the newer checksum headers.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: {
      connectionTimeout: 5_000,
      socketTimeout: 20_000,
      httpAgent: { keepAlive: true, maxSockets: 50 },
      httpsAgent: { keepAlive: true, maxSockets: 50 },
    },
  });
}

/** Gives S3's errors their code. The sentences name no key, no bucket and no credential. */
function objectStoreError(error: unknown): ObjectStoreError {
  if (error instanceof ObjectStoreError) return error;
  if (error instanceof NoSuchKey) {
    return new ObjectStoreError("not_found", "There is no object with this key.", error);
  }
  if (error instanceof S3ServiceException) {
    const status = error.$metadata.httpStatusCode;
    const refused = status === 401 || status === 403;
    const sentence = refused
      ? "The object store refuses our credentials"
      : "The object store cannot do this now";
    return new ObjectStoreError("unavailable", `${sentence} (HTTP ${status ?? "without status"}).`, error);
  }
  return new ObjectStoreError("unavailable", "The object store cannot be reached.", error);
}
