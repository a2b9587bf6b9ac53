import { readConfig } from "../../../../api/config.js";
import { provenLock } from "../../../../api/objectLock/provenLock.js";
import type { ObjectLock } from "../../../../api/ports/objectLock.js";
import { type ObjectStore, ObjectStoreError } from "../../../../api/ports/objectStore.js";

/** A store in memory that answers a deletion of what is locked as it is told. */
function storeThat(onDelete: "refuses" | "refuses and hides" | "deletes") {
  const objects = new Map<string, Uint8Array>();
  const locked = new Set<string>();
  const objectStore: ObjectStore = {
    put: async (key, bytes) => void objects.set(key, bytes),
    get: async (key) => {
      const bytes = objects.get(key);
      if (bytes === undefined) throw new ObjectStoreError("not_found", "There is no object with this key.");
      return bytes;
    },
    delete: async (key) => {
      if (!locked.has(key) || onDelete !== "refuses") objects.delete(key);
      if (locked.has(key) && onDelete !== "deletes") throw new ObjectStoreError("locked", "It is locked.");
    },
    probe: async () => undefined,
  };
  const lock: ObjectLock = {
    putLocked: async (key, bytes) => {
      objects.set(key, bytes);
      locked.add(key);
    },
    extend: async () => undefined,
    hold: async () => undefined,
  };
  const platform = {
    objectStore,
    clock: { now: () => new Date("2026-01-01T00:00:00Z") },
    random: { bytes: (count: number) => new Uint8Array(count), integer: () => 0 },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  };
  return { platform, lock };
}

test("a lock is promised where an object under lock is neither deleted nor hidden, and nowhere else", async () => {
  const verdict = async (onDelete: Parameters<typeof storeThat>[0]) => {
    const { platform, lock } = storeThat(onDelete);
    return (await provenLock(platform, lock, "auto")) === lock;
  };
  expect(await verdict("refuses")).toBe(true);
  expect(await verdict("refuses and hides")).toBe(false);
  expect(await verdict("deletes")).toBe(false);
});

test("a store without locks promises none, and does not serve one who requires them", async () => {
  const { platform } = storeThat("refuses");
  expect(await provenLock(platform, null, "auto")).toBeNull();
  await expect(provenLock(platform, null, "required")).rejects.toThrow("OBJECT_LOCK is required");
});

test("OBJECT_LOCK takes auto, required and off, and nothing else", () => {
  expect(readConfig({}).objectLock).toBe("auto");
  expect(readConfig({ OBJECT_LOCK: "required" }).objectLock).toBe("required");
  expect(readConfig({ OBJECT_LOCK: "off" }).objectLock).toBe("off");
  expect(() => readConfig({ OBJECT_LOCK: "yes" })).toThrow("OBJECT_LOCK takes auto, required or off.");
});
