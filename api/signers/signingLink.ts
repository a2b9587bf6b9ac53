import { createHash } from "node:crypto";
import type { Platform } from "../platform.js";

/**
 * A signing link's token is derived, not stored: HMAC-SHA-256 over the signer's id under a key outside the
 * database. So the link can be shown again, and a copy of the database opens none.
 * @param linkVersion counts the signer's links: a new one makes the old ones useless
 * @returns 43 characters of base64url, 256 bits
 */
export function signingToken(
  platform: Pick<Platform, "secretBox">,
  signerId: string,
  linkVersion: number,
): string {
  const id = Buffer.from(signerId.replaceAll("-", ""), "hex");
  // The first link is made over the id alone, as links have been since before there were versions of them.
  const message = linkVersion === 0 ? id : Buffer.concat([id, Buffer.from(`/${linkVersion}`, "utf8")]);
  const mac = platform.secretBox.mac(message, "signing link");
  return Buffer.from(mac).toString("base64url");
}

/** What the database keeps of a token, and finds a signer by. @returns 32 bytes */
export function signingTokenHash(token: string): Buffer {
  return createHash("sha256").update(token, "utf8").digest();
}

/** Where the signer goes. */
export function signingUrl(
  platform: Pick<Platform, "secretBox" | "publicUrl">,
  signer: { readonly id: string; readonly linkVersion: number },
): string {
  return `${platform.publicUrl}/s/${signingToken(platform, signer.id, signer.linkVersion)}`;
}
