import { buildContainer, type ContainerOptions } from "../../../../engine/asic/buildContainer.js";
import type { ContainerFile } from "../../../../engine/asic/containerFile.js";
import type { RenewalOptions } from "../../../../engine/asic/renewContainer.js";
import type { Authorities } from "../../../support/authorities.js";

/** Files of some kinds, with names in some scripts, one of them empty. */
export const sampleFiles: readonly ContainerFile[] = [
  { name: "evidence.json", bytes: Buffer.from('{"format":"x"}'.repeat(100)), mediaType: "application/json" },
  {
    name: "documents/01-größe & maß.pdf",
    bytes: Buffer.from("%PDF-1.7 of no use"),
    mediaType: "application/pdf",
  },
  { name: "documents/عقد.pdf", bytes: Buffer.from("%PDF-1.4"), mediaType: "application/pdf" },
  { name: "empty.txt", bytes: new Uint8Array(0), mediaType: "text/plain" },
];

/** A container sealed by somebody with a certificate of an hour. */
export async function sampleContainer(
  { timestamp, revocation, roots, oneTimeSigner }: Authorities,
  changes: Partial<ContainerOptions> = {},
  files: readonly ContainerFile[] = sampleFiles,
): Promise<Uint8Array> {
  return buildContainer(files, {
    ...(await oneTimeSigner()),
    signingTime: new Date(),
    timestamp,
    revocation,
    known: { trustAnchors: roots },
    ...changes,
  });
}

/** What renewing it takes. */
export const renewing = ({ timestamp, revocation, roots }: Authorities): RenewalOptions => ({
  timestamp,
  revocation,
  known: { trustAnchors: roots },
  at: new Date(),
});
