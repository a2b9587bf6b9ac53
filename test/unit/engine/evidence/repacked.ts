import { ASIC_E_MEDIA_TYPE, readContainer } from "../../../../engine/asic/readContainer.js";
import { packedEntry, writeZip } from "../../../../engine/asic/zipWriter.js";
import type { Files } from "./evidenceFiles.js";

/** A container with its files changed by somebody who has no seal: packed anew, soundly. */
export function repacked(container: Uint8Array, change: (files: Files) => void): Uint8Array {
  const files = new Map(readContainer(container).files);
  change(files);
  const at = new Date();
  const entries = [...files].map(([name, bytes]) => packedEntry(name, bytes, at));
  return writeZip([packedEntry("mimetype", Buffer.from(ASIC_E_MEDIA_TYPE), at), ...entries]);
}

/** A file's text, changed. */
export function edited(files: Files, name: string, change: (text: string) => string): void {
  const before = Buffer.from(files.get(name)!).toString();
  const changed = change(before);
  if (changed === before) throw new Error(`Nothing was changed in ${name}.`);
  files.set(name, Buffer.from(changed));
}
