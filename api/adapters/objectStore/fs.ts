import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  read as readCallback,
  type Stats,
  statSync,
} from "node:fs";
import { lstat, rmdir, unlink } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { type ObjectStore, ObjectStoreError } from "../../ports/objectStore.js";
import { createWhole, isSystemError, makeDirectory, syncDirectory } from "../durableFile/createWhole.js";
import { leftoverSweep } from "../durableFile/leftoverSweep.js";
import { keySegments } from "./key.js";
import { probeByUse } from "./probeByUse.js";

const read = promisify(readCallback);

/** How often a put makes its directories again when a delete removes them, empty as they still are, under its hands. */
const mostAttempts = 10;

/**
 * An object store in a directory: one file (mode 0600) an object under `objects/`, in directories (0700) made as
 * needed and removed when empty; what is being written stands under `incoming/`. Several processes may share it.
 * The media type is not kept. A key cannot continue another one (`a` and `a/b`): such a put is an `invalid_key`.
 *
 * @param directory made when missing; on a file system with hard links, which this process alone writes to
 */
export function fileObjectStore(directory: string): ObjectStore {
  const objects = join(resolve(directory), "objects");
  const incoming = join(resolve(directory), "incoming");
  const sweep = leftoverSweep(incoming);

  const store: Omit<ObjectStore, "probe"> = {
    async put(key, bytes) {
      const segments = keySegments(key);
      const path = join(objects, ...segments);
      await guarded("store", async () => {
        for (let attempt = 1; ; attempt += 1) {
          try {
            if (!existsSync(incoming)) await makeDirectory(incoming);
            await sweep();
            const parent = lookUp(objects, segments.slice(0, -1));
            if (!parent?.isDirectory()) await makeParent(objects, segments.slice(0, -1));
            if (await createWhole(path, bytes, incoming)) return;
            if ((await lstat(path)).isDirectory()) throw continued();
            throw new ObjectStoreError("exists", "An object with this key is stored already.");
          } catch (error) {
            if (!isSystemError(error, "ENOENT") || attempt === mostAttempts) throw error;
          }
        }
      });
    },

    async get(key) {
      const segments = keySegments(key);
      const path = join(objects, ...segments);
      return await guarded("read", async () => {
        if (!lookUp(objects, segments)?.isFile()) throw notFound();
        const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW);
        try {
          return await readExactly(file, fstatSync(file).size);
        } finally {
          closeSync(file);
        }
      });
    },

    async delete(key) {
      const segments = keySegments(key);
      const path = join(objects, ...segments);
      try {
        await guarded("delete", async () => {
          lookUp(objects, segments);
          await unlink(path);
          await syncDirectory(dirname(path));
        });
      } catch (error) {
        if (error instanceof ObjectStoreError && error.code === "not_found") return;
        throw error;
      }
      await guarded("delete", () => removeEmptyDirectories(dirname(path), objects));
    },
  };

  return { ...store, probe: () => probeByUse(store) };
}

/**
 * What stands under a key, or under a part of one.
 *
 * Looking a name up touches no disk but the first time; a thread of the pool for each would cost ten times more.
 * @returns null where there is nothing
 * @throws ObjectStoreError `invalid_key` for a symbolic link inside the store: it could lead a key out of it, to be
 * read, overwritten or deleted there
 */
function lookUp(objects: string, segments: readonly string[]): Stats | null {
  let entry: Stats | undefined;
  let path = objects;
  try {
    entry = statSync(objects, { throwIfNoEntry: false });
    for (const segment of segments) {
      path = join(path, segment);
      entry = lstatSync(path, { throwIfNoEntry: false });
      if (entry === undefined || entry.isSymbolicLink()) break;
    }
  } catch (error) {
    if (isSystemError(error, "ENOTDIR")) return null;
    throw error;
  }
  if (!entry?.isSymbolicLink()) return entry ?? null;
  throw new ObjectStoreError("invalid_key", "A part of this object's key is a symbolic link in the store.");
}

/**
 * Makes an object's directories. Where somebody removes one of them meanwhile, what is stored next finds that out, and
 * they are made again.
 */
async function makeParent(objects: string, segments: readonly string[]): Promise<void> {
  try {
    await makeDirectory(join(objects, ...segments));
  } catch (error) {
    if (!isSystemError(error, "ENOTDIR", "EEXIST")) throw error;
    // The system says so too of a directory that goes while it is being made.
    if (leadsThroughAFile(objects, segments)) throw continued(error);
  }
}

function leadsThroughAFile(objects: string, segments: readonly string[]): boolean {
  return segments.some((_, index) => lookUp(objects, segments.slice(0, index + 1))?.isFile());
}

/** Reads a file of a known size into memory of that size, where readFile would copy it once more. */
async function readExactly(file: number, size: number): Promise<Uint8Array> {
  // Memory of its own, and not cleared first: every byte of it is read.
  const bytes = new Uint8Array(Buffer.allocUnsafeSlow(size).buffer);
  for (let offset = 0; offset < size; ) {
    const { bytesRead } = await read(file, bytes, offset, size - offset, offset);
    if (bytesRead === 0) throw new Error(`file ends at ${offset} of ${size} bytes`);
    offset += bytesRead;
  }
  return bytes;
}

async function removeEmptyDirectories(from: string, to: string): Promise<void> {
  for (let path = from; path !== to; path = dirname(path)) {
    try {
      await rmdir(path);
    } catch (error) {
      if (isSystemError(error, "ENOTEMPTY", "EEXIST", "ENOENT")) return;
      throw error;
    }
  }
}

function continued(cause?: unknown): ObjectStoreError {
  return new ObjectStoreError(
    "invalid_key",
    "This key continues the key of another object, or that one this.",
    cause,
  );
}

function notFound(cause?: unknown): ObjectStoreError {
  return new ObjectStoreError("not_found", "There is no object with this key.", cause);
}

/** Runs a piece of work and gives the system's errors their code. */
async function guarded<Result>(
  verb: "store" | "read" | "delete",
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ObjectStoreError) throw error;
    // EISDIR: unlink met a directory where the object would be, made for keys that continue this one.
    if (verb !== "store" && isSystemError(error, "ENOENT", "ENOTDIR", "EISDIR")) throw notFound(error);
    throw new ObjectStoreError("unavailable", `The object store cannot ${verb} this object.`, error);
  }
}
