import { NoSuchKey, S3ServiceException } from "@aws-sdk/client-s3";
import { ObjectStoreError } from "../../ports/objectStore.js";

/** Gives S3's errors their code. The sentences name no key, no bucket and no credential. */
export function objectStoreError(error: unknown): ObjectStoreError {
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
