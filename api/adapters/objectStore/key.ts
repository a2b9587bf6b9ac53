import { ObjectStoreError } from "../../ports/objectStore.js";

const mostCharacters = 512;
/** What every file system takes as one name. */
const mostSegmentCharacters = 255;
const segmentForm = /^[a-zA-Z0-9._-]+$/;

/**
 * Splits an object's key at its slashes, after proving that it cannot name anything outside the store.
 * @returns its segments, at least one
 * @throws ObjectStoreError `invalid_key`
 */
export function keySegments(key: string): string[] {
  if (key.length < 1 || key.length > mostCharacters) {
    throw new ObjectStoreError("invalid_key", `An object's key has 1 to ${mostCharacters} characters.`);
  }
  const segments = key.split("/");
  for (const segment of segments) {
    if (!segmentForm.test(segment) || /^\.+$/.test(segment) || segment.length > mostSegmentCharacters) {
      throw new ObjectStoreError(
        "invalid_key",
        `Each part of an object's key has 1 to ${mostSegmentCharacters} of the characters a-z A-Z 0-9 . _ - and is not made of dots alone.`,
      );
    }
  }
  return segments;
}
