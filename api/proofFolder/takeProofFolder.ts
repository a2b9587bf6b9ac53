import { createHash } from "node:crypto";
import { countZipEntries } from "../../engine/asic/countZipEntries.js";
import { EngineError } from "../../engine/error.js";
import { Failure } from "../failure/failure.js";
import type { NewProofFolder } from "./proofFolder.js";

/** What one order's folder may be. */
export const proofFolderLimits = { bytes: 20 * 1024 * 1024, entries: 1000 } as const;

/**
 * Takes a proof folder in, or refuses it. Only its directory is read. Threat: a small ZIP file may hold terabytes of
 * zeros, so that nothing of it is ever unpacked here.
 * @param content the file
 * @param param the field that it came in
 * @throws Failure `field_invalid`, `document_too_large`
 */
export function takeProofFolder(
  tenantId: string,
  orderId: string,
  content: Uint8Array,
  param: string,
): NewProofFolder {
  const { bytes: mostBytes, entries: mostEntries } = proofFolderLimits;
  if (content.length > mostBytes) {
    throw new Failure("document_too_large", `${param} has more than ${mostBytes} bytes.`, {
      param,
      extensions: { limit: mostBytes },
    });
  }
  const entries = count(content, param);
  if (entries > mostEntries) {
    throw new Failure("field_invalid", `${param} lists more than ${mostEntries} files.`, {
      param,
      extensions: { limit: mostEntries },
    });
  }
  const sha256 = createHash("sha256").update(content).digest("hex");
  const objectKey = `${tenantId}/evidence/${orderId}/proof-folder.zip`;
  return { folder: { objectKey, bytes: content.length, sha256, entries }, content };
}

function count(content: Uint8Array, param: string): number {
  try {
    return countZipEntries(content);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw new Failure("field_invalid", `${param} is not a ZIP file that can be read.`, {
      param,
      cause: error,
    });
  }
}
