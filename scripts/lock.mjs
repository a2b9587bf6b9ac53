import { mkdirSync, readFileSync, rmSync, statSync, utimes, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const heartbeat = 5_000;
/** A holder that has been silent for so long is gone, even if some process has its number today. */
const silence = 60_000;

/**
 * Runs `work` while no other process runs any under the same file. What a killed process leaves is taken over.
 * @param {string} path of the lock file
 * @param {() => void} onWait called once, when another process is at work
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 * @template T
 */
export async function withLock(path, onWait, work) {
  mkdirSync(dirname(path), { recursive: true });
  for (let waited = false; !create(path); waited = true) {
    if (isAbandoned(path)) remove(path);
    else if (!waited) onWait();
    await pause(100);
  }
  const beat = setInterval(() => utimes(path, new Date(), new Date(), () => undefined), heartbeat);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    rmSync(path, { force: true });
  }
}

/** @returns {boolean} false when it is there already */
function create(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

/** Of several who find a lock abandoned, one removes it: a second one would remove the lock of the first. */
function remove(path) {
  const turn = `${path}.turn`;
  if (!create(turn)) {
    if (age(turn) > silence) rmSync(turn, { force: true });
    return;
  }
  try {
    if (isAbandoned(path)) rmSync(path, { force: true });
  } finally {
    rmSync(turn, { force: true });
  }
}

function isAbandoned(path) {
  const silentFor = age(path);
  if (silentFor > silence) return true;
  try {
    const holder = Number(readFileSync(path, "utf8"));
    // Made, but not yet written to.
    if (holder === 0) return silentFor > heartbeat;
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}

/** Milliseconds since the holder of a file last touched it; 0 when it is gone. */
function age(path) {
  const entry = statSync(path, { throwIfNoEntry: false });
  return entry ? Date.now() - entry.mtimeMs : 0;
}
