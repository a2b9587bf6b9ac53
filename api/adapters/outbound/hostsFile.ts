import type { LookupAddress } from "node:dns";
import { readFile, stat } from "node:fs/promises";
import { isIP } from "node:net";

const path = "/etc/hosts";

let read: { readonly changed: number; readonly names: ReadonlyMap<string, LookupAddress[]> } | null = null;

/**
 * The addresses that the machine's hosts file gives a name; none where there is no such file.
 * @param name in lower case
 */
export async function hostsFile(name: string): Promise<readonly LookupAddress[]> {
  try {
    const { mtimeMs } = await stat(path);
    if (read?.changed !== mtimeMs) {
      read = { changed: mtimeMs, names: parseHosts(await readFile(path, "utf8")) };
    }
    return read.names.get(name) ?? [];
  } catch {
    return [];
  }
}

/** A line a machine: its address, its names, and perhaps a remark after `#` (hosts(5)). */
export function parseHosts(text: string): ReadonlyMap<string, LookupAddress[]> {
  const byName = new Map<string, LookupAddress[]>();
  for (const line of text.split("\n")) {
    const [address = "", ...names] = line.replace(/#.*/, "").trim().split(/\s+/);
    const family = isIP(address);
    if (family === 0) continue;
    for (const name of names) {
      const key = name.toLowerCase();
      const addresses = byName.get(key) ?? [];
      byName.set(key, [...addresses, { address, family }]);
    }
  }
  return byName;
}
