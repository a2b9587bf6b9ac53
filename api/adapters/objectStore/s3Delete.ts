import {
  DeleteObjectCommand,
  ListObjectVersionsCommand,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { ObjectStoreError } from "../../ports/objectStore.js";

interface Place {
  readonly client: S3Client;
  readonly bucket: string;
}

/**
 * Deletes an object with every version of it. A bucket that keeps versions answers a deletion with a marker that only
 * hides the object: what is said to be deleted would still be there for whoever asks for its versions.
 * @throws ObjectStoreError `locked`, and then the object is not hidden either; S3ServiceException
 */
export async function deleteEveryVersion(place: Place, key: string, deadline: AbortSignal): Promise<void> {
  const { client, bucket } = place;
  const answer = await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }), {
    abortSignal: deadline,
  });
  if (answer.VersionId === undefined && answer.DeleteMarker !== true) return;
  let locked: unknown;
  const markers: string[] = [];
  for await (const version of versionsOf(place, key, deadline)) {
    if (version.isMarker) {
      markers.push(version.id);
      continue;
    }
    try {
      await deleteVersion(place, key, version.id, deadline);
    } catch (error) {
      if (!isRefused(error)) throw error;
      locked = error;
    }
  }
  for (const marker of markers) await deleteVersion(place, key, marker, deadline);
  if (locked !== undefined) {
    throw new ObjectStoreError("locked", "The object store keeps this object until its lock ends.", locked);
  }
}

async function* versionsOf(
  { client, bucket }: Place,
  key: string,
  deadline: AbortSignal,
): AsyncGenerator<{ readonly id: string; readonly isMarker: boolean }> {
  let next: { KeyMarker?: string; VersionIdMarker?: string } = {};
  for (;;) {
    // Sorted by key: ours come first among those that begin with it.
    const page = await client.send(
      new ListObjectVersionsCommand({ Bucket: bucket, Prefix: key, MaxKeys: 100, ...next }),
      { abortSignal: deadline },
    );
    const { Versions: versions = [], DeleteMarkers: deleted = [] } = page;
    for (const { Key, VersionId } of versions) {
      if (Key === key && VersionId !== undefined) yield { id: VersionId, isMarker: false };
    }
    for (const { Key, VersionId } of deleted) {
      if (Key === key && VersionId !== undefined) yield { id: VersionId, isMarker: true };
    }
    if (page.IsTruncated !== true || page.NextKeyMarker !== key) return;
    next = {
      KeyMarker: page.NextKeyMarker,
      ...(page.NextVersionIdMarker !== undefined && { VersionIdMarker: page.NextVersionIdMarker }),
    };
  }
}

async function deleteVersion(
  { client, bucket }: Place,
  key: string,
  version: string,
  deadline: AbortSignal,
): Promise<void> {
  await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key, VersionId: version }), {
    abortSignal: deadline,
  });
}

/** Amazon answers 403 for a version under lock; others also 400 and 409, naming it so. */
function isRefused(error: unknown): boolean {
  if (!(error instanceof S3ServiceException)) return false;
  return error.$metadata.httpStatusCode === 403 || /ObjectLock|WORM|Protected/i.test(error.name);
}
