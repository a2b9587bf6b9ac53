import { fileEntry, mimetypeEntry, signatureEntries } from "../../engine/asic/buildContainer.js";
import { headerOf, type PackedEntry, ZipParts, zipSize } from "../../engine/asic/zipWriter.js";
import type { Mode } from "../apiKeys/caller.js";
import { Failure } from "../failure/failure.js";
import type { Platform } from "../platform.js";
import type { EvidenceFile } from "./evidenceFile.js";

/** A container that is written part by part. */
export interface Container {
  /** Bytes. */
  readonly size: number;
  /** Can be read once. A document that was changed at rest ends it with an error. */
  readonly parts: () => AsyncGenerator<Uint8Array>;
}

type Needs = Pick<Platform, "platformSeal" | "timestampAuthority" | "validationData" | "clock">;

/**
 * Puts files into an ASiC-E container (EN 319 162-1) of level B-LTA, signed with the platform's electronic seal. The
 * signature is made from the hashes that the database has of documents: they are read one at a time while the container
 * is sent, and checked, so that an order of 2 GB takes the memory of its largest document.
 * @param settle true to take a lower level now where another authority's validation data cannot be had
 * @throws EngineError `validation_data_missing` unless `settle`, and those of buildContainer; TimestampError
 */
export async function makeContainer(
  platform: Needs,
  mode: Mode,
  files: readonly EvidenceFile[],
  settle: boolean,
): Promise<Container> {
  const { certificates, sign } = platform.platformSeal[mode];
  const { known, remote } = platform.validationData[mode];
  const authority = platform.timestampAuthority[mode];
  const at = platform.clock.now();
  const digests = files.map(({ name, mediaType, sha256 }) => ({ name, mediaType, digest: sha256 }));
  const signatures = await signatureEntries(digests, {
    certificates,
    sign,
    signatureVerified: true,
    signingTime: at,
    timestamp: (digest) => authority.timestamp(digest),
    timestampVerified: true,
    known: await known(),
    allowMissing: settle,
    ...(remote && { revocation: remote }),
  });
  const entries = [
    readyEntry(mimetypeEntry(at)),
    ...(await Promise.all(files.map((file) => waitingEntry(file, at)))),
    ...signatures.map(readyEntry),
  ];
  return {
    size: zipSize(entries),
    async *parts() {
      const zip = new ZipParts();
      for (const { open } of entries) {
        const entry = await open();
        yield zip.header(headerOf(entry));
        yield entry.compressed;
      }
      yield zip.end();
    },
  };
}

/** An entry whose size is known before its bytes are read. */
interface WaitingEntry {
  readonly name: string;
  readonly size: number;
  readonly packedSize: number;
  readonly open: () => Promise<PackedEntry>;
}

const readyEntry = (entry: PackedEntry): WaitingEntry => ({ ...headerOf(entry), open: async () => entry });

/** PDFs are compressed inside and are stored as they are, so that their entries' sizes are known from the beginning. */
async function waitingEntry(file: EvidenceFile, at: Date): Promise<WaitingEntry> {
  const { name, mediaType, size, read } = file;
  const open = async () => fileEntry({ name, mediaType, bytes: await read() }, at);
  if (mediaType === "application/pdf") return { name, size, packedSize: size, open };
  return readyEntry(await open());
}

/** Neither SHA-256 nor a read of the system takes more at once. */
const mostBytes = 2 ** 31 - 1;

/**
 * A whole container in memory, once.
 * @throws Failure `document_too_large` for one of 2 GiB or more, before any of it is read
 */
export async function containerBytes({ size, parts }: Container): Promise<Uint8Array> {
  if (size > mostBytes) {
    const sentence = `With the order's documents in it the evidence file has ${size} bytes; less than 2 GiB can be stored.`;
    throw new Failure("document_too_large", sentence);
  }
  const bytes = Buffer.allocUnsafeSlow(size);
  let at = 0;
  for await (const part of parts()) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
