import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileObjectStore } from "../../../api/adapters/objectStore/fs.js";

const writerProgram = resolve(import.meta.dirname, "../../support/objectWriter.js");
const content = Buffer.from("content");
let directory: string;
const put = (key: string) => fileObjectStore(directory).put(key, content, "text/plain");

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "paraph-objects-"));
});
afterEach(() => rm(directory, { recursive: true }));

async function files(of: string): Promise<string[]> {
  const entries = await readdir(of, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
}

describe("the object store on the file system", () => {
  test("lets only its own user read or list what it stores", async () => {
    await put("a/b/c");
    for (const [path, mode] of [
      ["objects", 0o700],
      ["objects/a", 0o700],
      ["objects/a/b", 0o700],
      ["incoming", 0o700],
      ["objects/a/b/c", 0o600],
    ] as const) {
      expect({ path, mode: (await stat(join(directory, path))).mode & 0o777 }).toEqual({ path, mode });
    }
  });

  test("killed at any moment, leaves whole objects or none under their keys", async () => {
    let stored = 0;
    for (const delay of [0, 7, 19, 40, 90]) {
      const writer = spawn(process.execPath, [writerProgram, directory], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      await once(writer.stdout, "data");
      await pause(delay);
      writer.kill("SIGKILL");
      await once(writer, "exit");
      for (const path of await files(join(directory, "objects"))) {
        const digest = createHash("sha256")
          .update(await readFile(path))
          .digest("hex");
        expect(path.endsWith(digest)).toBe(true);
        stored += 1;
      }
    }
    expect(stored).toBeGreaterThanOrEqual(5);
  });

  test("clears away what a killed writer left an hour ago, and leaves alone what may still be written", async () => {
    await put("first");
    const [old, young] = [join(directory, "incoming", "old"), join(directory, "incoming", "young")];
    await writeFile(old, "half");
    await writeFile(young, "half");
    const twoHoursAgo = Date.now() / 1_000 - 7_200;
    await utimes(old, twoHoursAgo, twoHoursAgo);
    await put("second");
    expect(await files(join(directory, "incoming"))).toEqual([young]);
  });

  test("leaves no file and no directory of its probe behind", async () => {
    await fileObjectStore(directory).probe();
    expect(await readdir(directory, { recursive: true })).toEqual(["incoming", "objects"]);
  });

  test("follows no symbolic link out of its directory, neither to write nor to read nor to delete", async () => {
    const outside = join(directory, "outside");
    await mkdir(outside);
    await writeFile(join(outside, "secret"), "secret");
    await mkdir(join(directory, "objects"));
    await symlink(outside, join(directory, "objects", "link"));
    await symlink(join(outside, "secret"), join(directory, "objects", "file"));
    await symlink(join(outside, "new"), join(directory, "objects", "dangling"));
    const store = fileObjectStore(directory);
    for (const key of ["link/secret", "link/new", "link/deep/new"]) {
      await expect(store.put(key, content, "text/plain")).rejects.toMatchObject({ code: "invalid_key" });
    }
    for (const key of ["file", "dangling"]) {
      await expect(store.put(key, content, "text/plain")).rejects.toMatchObject({ code: "exists" });
    }
    for (const key of ["link/secret", "file", "dangling"]) {
      await expect(store.get(key)).rejects.toMatchObject({ code: "invalid_key" });
      await expect(store.delete(key)).rejects.toMatchObject({ code: "invalid_key" });
    }
    expect(await readdir(outside)).toEqual(["secret"]);
    expect(await readFile(join(outside, "secret"), "utf8")).toBe("secret");
  });

  test("refuses a key that continues another, either way round, and harms neither", async () => {
    await put("a/b");
    const store = fileObjectStore(directory);
    await expect(put("a/b/c")).rejects.toMatchObject({ code: "invalid_key" });
    await expect(put("a/b/c/d")).rejects.toMatchObject({ code: "invalid_key" });
    await expect(put("a")).rejects.toMatchObject({ code: "invalid_key" });
    await expect(store.get("a")).rejects.toMatchObject({ code: "not_found" });
    await expect(store.get("a/b/c")).rejects.toMatchObject({ code: "not_found" });
    await store.delete("a");
    await store.delete("a/b/c");
    expect(Buffer.compare(await store.get("a/b"), content)).toBe(0);
  });

  test("stores in a directory that a deletion removes at the same moment", async () => {
    const store = fileObjectStore(directory);
    const round = async (name: string) => {
      for (let number = 0; number < 300; number += 1) {
        await store.put(`shared/deep/${name}-${number}`, content, "text/plain");
        await store.delete(`shared/deep/${name}-${number}`);
      }
    };
    await Promise.all(["a", "b", "c", "d", "e", "f"].map(round));
    expect(await files(directory)).toEqual([]);
  });

  test("says unavailable, in a probe too, when its directory cannot be made", async () => {
    await writeFile(join(directory, "file"), "");
    const store = fileObjectStore(join(directory, "file", "store"));
    await expect(store.put("a", content, "text/plain")).rejects.toMatchObject({ code: "unavailable" });
    await expect(store.probe()).rejects.toMatchObject({ code: "unavailable" });
  });

  test("leaves nothing in incoming/ when a put fails", async () => {
    await put("a");
    await expect(put("a")).rejects.toMatchObject({ code: "exists" });
    expect(await files(join(directory, "incoming"))).toEqual([]);
  });
});
