import { parseSignedData } from "../cms/parseSignedData.js";
import { type SignedObject, signatureObjects, timestampObject } from "../pades/signedObject.js";
import { isSignature, mediaTypeInMetaInf, mediaTypes } from "./containerNames.js";

/** Somebody who signed or stamped in a container, and the file in which they did. */
export interface ContainerObject {
  readonly name: string;
  readonly object: SignedObject;
}

/**
 * The signatures of a container with their time-stamps, and its archive time-stamps.
 * @param files by name; those that are neither are passed over
 * @throws EngineError `signature_invalid`, `asn1_malformed`
 */
export function containerObjects(files: Iterable<readonly [string, Uint8Array]>): ContainerObject[] {
  const found: ContainerObject[] = [];
  for (const [name, bytes] of files) {
    if (isSignature(name))
      for (const object of signatureObjects(parseSignedData(bytes))) found.push({ name, object });
    else if (mediaTypeInMetaInf(name) === mediaTypes.timestamp)
      found.push({ name, object: timestampObject("archiveTimestamp", bytes) });
  }
  return found;
}
