import { ContainerFault } from "./containerFault.js";

const MAX_BYTES = 1024;
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * The name of a ZIP entry, if it is one that every program takes for the same file inside of the folder that it
 * unpacks to. What it stops: absolute names and `..` (a file written elsewhere), backslashes and drive letters (the
 * same on Windows), control and formatting characters (a name that reads differently from what it is).
 * @param bytes as it stands in the header
 * @param isUtf8 general purpose bit 11 (APPNOTE 4.4.4); without it only ASCII is the same everywhere
 * @throws ContainerFault `zip_name_invalid`
 */
export function zipEntryName(bytes: Uint8Array, isUtf8: boolean): string {
  const name = decoded(bytes, isUtf8);
  const reason = name === null ? "is not text in UTF-8 or ASCII" : defectOf(name, bytes.length);
  if (name === null || reason !== null) {
    const shown = JSON.stringify(Buffer.from(bytes.subarray(0, 80)).toString("latin1"));
    throw new ContainerFault("zip_name_invalid", `The name ${shown} of an entry ${reason}.`);
  }
  return name;
}

/** The same for two names that one file system or another takes for one file. */
export function nameOnAnySystem(name: string): string {
  // Up and down again: ß and SS are one name where case does not count.
  return name.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFKC");
}

function decoded(bytes: Uint8Array, isUtf8: boolean): string | null {
  if (!isUtf8 && bytes.some((byte) => byte >= 0x80)) return null;
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

function defectOf(name: string, length: number): string | null {
  if (name === "") return "is empty";
  if (length > MAX_BYTES) return `is longer than ${MAX_BYTES} bytes`;
  if (/[\p{C}\p{Zl}\p{Zp}]/u.test(name)) return "has control or formatting characters";
  if (name.includes("\\")) return "has a backslash";
  if (name.startsWith("/")) return "is absolute";
  if (/^[A-Za-z]:/.test(name)) return "begins with a drive letter";
  if (name.endsWith("/")) return "is a folder's";
  for (const part of name.split("/")) {
    if (part === "") return "has an empty part";
    if (part === "." || part === "..") return "leads to another folder";
    // Windows drops these: another entry could have the name that is left.
    if (/[. ]$/.test(part)) return "has a part that ends with a dot or a blank";
    if (part.includes(":")) return "has a colon, behind which Windows keeps another stream";
  }
  return null;
}
