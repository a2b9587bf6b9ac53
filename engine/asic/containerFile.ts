import { EngineError } from "../error.js";
import { nameOnAnySystem, zipEntryName } from "./zipEntryName.js";

/** A file to be put into a container. */
export interface ContainerFile {
  /** Its path from the container's root, such as `documents/01-contract.pdf`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Such as `application/pdf`; a text is compressed. */
  readonly mediaType: string;
}

const MAX_FILES = 4000;
/** Bytes that a file system takes as the name of a file or folder. */
const MAX_PART_BYTES = 255;
const MEDIA_TYPE = /^[\w!#$&^.+-]{1,64}\/[\w!#$&^.+-]{1,64}(; ?[\w.+-]{1,32}=[\w.+-]{1,64})*$/;

/**
 * Makes sure that files can stand in a container so that every program unpacks them to the same place and none of them
 * is taken for a signature: relative names without `..`, none in META-INF, none twice, not even in another case.
 * @throws EngineError `container_file_invalid` which names the file
 */
export function requireContainerFiles(files: readonly Omit<ContainerFile, "bytes">[]): void {
  if (files.length === 0 || files.length > MAX_FILES) {
    throw invalid(`A container has 1 to ${MAX_FILES} files, not ${files.length}`);
  }
  const names = new Set<string>();
  for (const { name, mediaType } of files) {
    const shown = JSON.stringify(name.slice(0, 80));
    requireName(name, shown);
    const folded = nameOnAnySystem(name);
    if (names.has(folded)) throw invalid(`Two files of the container have the name ${shown}`);
    names.add(folded);
    if (!MEDIA_TYPE.test(mediaType)) throw invalid(`The media type of the file ${shown} is none`);
  }
}

function requireName(name: string, shown: string): void {
  if (!name.isWellFormed()) throw invalid(`The name ${shown} has a lone surrogate`);
  try {
    zipEntryName(Buffer.from(name, "utf8"), true);
  } catch (error) {
    if (error instanceof EngineError) throw invalid(error.message.replace(/\.$/, ""), error);
    throw error;
  }
  const parts = name.split("/");
  if (parts.some((part) => Buffer.byteLength(part, "utf8") > MAX_PART_BYTES)) {
    throw invalid(`The name ${shown} has a part of more than ${MAX_PART_BYTES} bytes`);
  }
  const [first = ""] = parts;
  const reserved = nameOnAnySystem(first);
  if (reserved === "meta-inf" || (reserved === "mimetype" && parts.length === 1)) {
    throw invalid(`The name ${shown} belongs to the container itself`);
  }
}

const invalid = (what: string, cause?: unknown): EngineError =>
  new EngineError("container_file_invalid", `${what}.`, cause);
