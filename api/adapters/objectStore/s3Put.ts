import { setTimeout as pause } from "node:timers/promises";
import {
  PutObjectCommand,
  type PutObjectCommandInput,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { ObjectStoreError } from "../../ports/objectStore.js";
import { mostTries } from "./s3Client.js";

/** The lock that an object is stored with. */
export type LockedUntil = Required<
  Pick<PutObjectCommandInput, "ObjectLockMode" | "ObjectLockRetainUntilDate">
>;

export interface NewObject {
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly lock?: LockedUntil | undefined;
}

/**
 * Stores an object under a key that nobody has taken.
 * @param read what is stored under a key
 * @throws ObjectStoreError `exists`; S3ServiceException
 */
export async function putNew(
  { client, bucket }: { readonly client: S3Client; readonly bucket: string },
  { key, bytes, contentType, lock }: NewObject,
  read: (key: string) => Promise<Uint8Array>,
  deadline: AbortSignal,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    // S3 compares and writes in one step: of two writers of one key the second is answered 412.
    const command = new PutObjectCommand({
      Bucket: bucket,
      Key: key,
      Body: bytes,
      ContentLength: bytes.byteLength,
      ContentType: contentType,
      IfNoneMatch: "*",
      // A lock is taken with a checksum of the body only.
      ...(lock && { ...lock, ChecksumAlgorithm: "SHA256" }),
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
      if (ours && Buffer.compare(await read(key), bytes) === 0) return;
      throw new ObjectStoreError("exists", "An object with this key is stored already.", error);
    }
  }
}
