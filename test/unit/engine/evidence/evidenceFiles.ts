import { createHash } from "node:crypto";

/** The files of a container by their names, without those that seal it. */
export type Files = Map<string, Uint8Array>;

export const hex = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

export const json = (value: unknown): Uint8Array => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

/** The files as evidence.json lists them. */
export const listed = (files: Files) =>
  [...files]
    .filter(([name]) => name !== "evidence.json")
    .map(([name, bytes]) => ({ name, media_type: "x/x", bytes: bytes.length, sha256: hex(bytes) }));

/** The same files with some of them changed, and listed anew: what somebody with the service's seal could make of them. */
export function changedFiles(files: Files, changes: Readonly<Record<string, Uint8Array | null>>): Files {
  const changed = new Map(files);
  for (const [name, bytes] of Object.entries(changes)) {
    if (bytes === null) changed.delete(name);
    else changed.set(name, bytes);
  }
  const statement = JSON.parse(Buffer.from(changed.get("evidence.json")!).toString());
  return changed.set("evidence.json", json({ ...statement, files: listed(changed) }));
}

/** The parsed JSON of a file, changed, as bytes. */
export function changedJson(files: Files, name: string, change: (value: Parsed) => void): Uint8Array {
  const value = JSON.parse(Buffer.from(files.get(name)!).toString()) as Parsed;
  change(value);
  return json(value);
}

// biome-ignore lint/suspicious/noExplicitAny: tampering knows no types
export type Parsed = any;
