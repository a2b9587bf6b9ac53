import { PutObjectLegalHoldCommand, PutObjectRetentionCommand, type S3Client } from "@aws-sdk/client-s3";
import type { ObjectLock } from "../../ports/objectLock.js";
import { keySegments } from "./key.js";
import type { LockedUntil } from "./s3Put.js";

interface Store {
  readonly client: S3Client;
  readonly bucket: string;
  /** Runs an operation within its time, and gives its errors their code. */
  guarded<Result>(run: (deadline: AbortSignal) => Promise<Result>): Promise<Result>;
  put(key: string, bytes: Uint8Array, contentType: string, lock?: LockedUntil): Promise<void>;
}

/**
 * Object Lock of S3 in compliance mode, which nobody can shorten or lift, the owner of the account included. The bucket
 * must have been made with it.
 */
export function s3ObjectLock({ client, bucket, guarded, put }: Store): ObjectLock {
  return {
    putLocked: (key, bytes, contentType, until) =>
      put(key, bytes, contentType, { ObjectLockMode: "COMPLIANCE", ObjectLockRetainUntilDate: until }),

    extend: (key, until) =>
      guarded(async (deadline) => {
        keySegments(key);
        await client.send(
          new PutObjectRetentionCommand({
            Bucket: bucket,
            Key: key,
            Retention: { Mode: "COMPLIANCE", RetainUntilDate: until },
            ChecksumAlgorithm: "SHA256",
          }),
          { abortSignal: deadline },
        );
      }),

    hold: (key, on) =>
      guarded(async (deadline) => {
        keySegments(key);
        await client.send(
          new PutObjectLegalHoldCommand({
            Bucket: bucket,
            Key: key,
            LegalHold: { Status: on ? "ON" : "OFF" },
            ChecksumAlgorithm: "SHA256",
          }),
          { abortSignal: deadline },
        );
      }),
  };
}
