import { ContainerFault } from "./containerFault.js";
import { type ContainerLimits, DEFAULT_CONTAINER_LIMITS } from "./containerLimits.js";
import { entryBytes, readZip, type ZipEntry } from "./zipReader.js";

/** Media type of an extended container (EN 319 162-1), the content of its `mimetype`. */
export const ASIC_E_MEDIA_TYPE = "application/vnd.etsi.asic-e+zip";

/** An ASiC-E container, unpacked. */
export interface Container {
  /** Every file but `mimetype`, by its name, in the order in which they stand. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Unpacks an ASiC-E container (EN 319 162-1, Annex A): a strict ZIP file whose first entry, stored, is its `mimetype`.
 * What the files say, and whether anybody signed them, is not looked at; a ZIP file among them stays a file.
 * @throws ContainerFault (EngineError `container_damaged`) with what is wrong, and in which file
 */
export function readContainer(
  bytes: Uint8Array,
  limits: ContainerLimits = DEFAULT_CONTAINER_LIMITS,
): Container {
  const [first, ...entries] = readZip(bytes, limits);
  requireMimetype(first);
  return { files: new Map(entries.map((entry) => [entry.name, entryBytes(entry)])) };
}

/** It is at a fixed place, so that programs can tell the kind of file by its first bytes. */
function requireMimetype(entry: ZipEntry | undefined): void {
  const invalid = (what: string) => new ContainerFault("mimetype_invalid", what, "mimetype");
  if (entry?.name !== "mimetype") throw invalid("The container does not begin with the file mimetype.");
  if (entry.method !== 0) throw invalid("The file mimetype is compressed.");
  if (entry.hasExtraField) throw invalid("The file mimetype has an extra field.");
  if (Buffer.from(entryBytes(entry)).toString("latin1") !== ASIC_E_MEDIA_TYPE) {
    throw invalid(`The file mimetype does not say ${ASIC_E_MEDIA_TYPE}.`);
  }
}
