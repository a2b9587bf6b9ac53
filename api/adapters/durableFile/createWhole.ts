import { randomUUID } from "node:crypto";
import {
  closeSync,
  fsync,
  linkSync,
  openSync,
  unlinkSync,
  write as writeCallback,
  writeFileSync,
} from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const flush = promisify(fsync);
const write = promisify(writeCallback);

/**
 * Bytes that are handed to the system without a thread of the pool. What touches no disk (names, and bytes that go into
 * the system's memory) costs less than the thread; the disk is waited for in flushing only, and that is left to the pool.
 */
const mostAtOnce = 262_144;

/**
 * Creates a file whole, or not at all, and never over another one.
 *
 * The bytes are written and flushed under a name of their own in `staging`, and then given their final name with
 * link(2), which fails when that name is taken. So of two processes that create the same file exactly one does, and
 * a process killed at any moment leaves either the whole file or only a leftover in `staging`.
 *
 * @param path the file to create; its directory must exist
 * @param bytes what it shall hold
 * @param staging an existing directory on the same file system
 * @returns false when something has that name already (a file, a directory, a symbolic link, even a dangling one)
 * @throws the system's error when the file cannot be written; nothing is left in `staging` then
 */
export async function createWhole(path: string, bytes: Uint8Array, staging: string): Promise<boolean> {
  const staged = join(staging, randomUUID());
  const file = openSync(staged, "wx", 0o600);
  try {
    try {
      await writeAll(file, bytes);
      await flush(file);
    } finally {
      closeSync(file);
    }
    try {
      linkSync(staged, path);
    } catch (error) {
      if (isSystemError(error, "EEXIST")) return false;
      throw error;
    }
  } finally {
    unlinkSync(staged);
  }
  await syncDirectory(dirname(path));
  return true;
}

async function writeAll(file: number, bytes: Uint8Array): Promise<void> {
  if (bytes.length <= mostAtOnce) {
    writeFileSync(file, bytes);
    return;
  }
  for (let offset = 0; offset < bytes.length; ) {
    offset += (await write(file, bytes, offset, bytes.length - offset, offset)).bytesWritten;
  }
}

/**
 * Makes a directory and those above it that are missing, mode 0700, and flushes their names to the disk.
 * @param path absolute
 */
export async function makeDirectory(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = path; ; made = dirname(made)) {
    await syncDirectory(dirname(made));
    if (made === first) return;
  }
}

/** Flushes the names in a directory: without it a new or removed name may be undone by a power failure. */
export async function syncDirectory(path: string): Promise<void> {
  // Opening and closing touch no disk; a thread of the pool for each would cost more than they do.
  const directory = openSync(path, "r");
  try {
    await flush(directory);
  } finally {
    closeSync(directory);
  }
}

/** Whether an error is the operating system's, with one of these codes. */
export function isSystemError(error: unknown, ...codes: string[]): boolean {
  return typeof error === "object" && error !== null && "code" in error && codes.includes(String(error.code));
}
