import { Failure } from "../failure/failure.js";

/**
 * Reads a drawn signature from base64 (RFC 4648 clause 4).
 * @throws Failure `signature_image_invalid` when it is no base64; what it decodes to is checked before signing
 */
export function readImage(base64: string | undefined, param: string): Uint8Array | null {
  if (base64 === undefined || base64 === "") return null;
  const compact = base64.replace(/^data:image\/png;base64,/, "").replace(/[\r\n]/g, "");
  if (compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) {
    throw new Failure("signature_image_invalid", `${param} is not base64.`, { param });
  }
  return Buffer.from(compact, "base64");
}
