/** What reading a container may cost at most. Each bound is checked before the memory or the time is spent. */
export interface ContainerLimits {
  /** Bytes of the container. */
  readonly maxBytes: number;
  /** Entries of the ZIP file. */
  readonly maxEntries: number;
  /** Bytes of all entries together, unpacked. */
  readonly maxUnpackedBytes: number;
  /** How many times its packed size an entry may have unpacked; entries up to 64 KiB may have any. */
  readonly maxRatio: number;
  /** Bytes of a manifest. */
  readonly maxManifestBytes: number;
}

/** An order has at most some dozens of documents and signers: these are far beyond what is ever made. */
export const DEFAULT_CONTAINER_LIMITS: ContainerLimits = {
  maxBytes: 2 * 1024 * 1024 * 1024,
  maxEntries: 4096,
  maxUnpackedBytes: 2 * 1024 * 1024 * 1024,
  maxRatio: 200,
  maxManifestBytes: 4 * 1024 * 1024,
};
