import { timingSafeEqual } from "node:crypto";
import type { Request } from "express";
import type { Platform } from "../platform.js";
import { visitorOf } from "../request/visitor.js";
import type { Visitor } from "../signers/visitor.js";

/** What a signer's browser names itself by: no cookie, so that it works in another site's frame too. */
export const sessionHeader = "Paraph-Session";

const idBytes = 16;
const macBytes = 16;

/**
 * Names a browser, so that a signer's two devices can be told apart in the proof path. It lets nobody do anything.
 * @returns 43 characters of base64url: a random id, and a MAC over signer and id, so that none can be made up
 */
export function newBrowserSession(
  platform: Pick<Platform, "random" | "secretBox">,
  signerId: string,
): string {
  const id = platform.random.bytes(idBytes);
  return Buffer.concat([id, macOf(platform, signerId, id)]).toString("base64url");
}

/**
 * Reads the name of a browser.
 * @returns its id, 22 characters of base64url, as events tell it; null for one that we did not give to this signer
 */
export function browserSessionId(
  platform: Pick<Platform, "secretBox">,
  signerId: string,
  session: string | undefined,
): string | null {
  if (session === undefined || !/^[A-Za-z0-9_-]{43}$/.test(session)) return null;
  const bytes = Buffer.from(session, "base64url");
  const id = bytes.subarray(0, idBytes);
  const genuine = timingSafeEqual(bytes.subarray(idBytes), macOf(platform, signerId, id));
  return genuine ? id.toString("base64url") : null;
}

/** The signer on the other end of a request to their own link. @param signerId UUID */
export function signerVisitor(
  platform: Pick<Platform, "secretBox">,
  request: Request,
  signerId: string,
  session: string | undefined = request.header(sessionHeader),
): Visitor {
  return visitorOf(request, null, browserSessionId(platform, signerId, session));
}

function macOf(platform: Pick<Platform, "secretBox">, signerId: string, id: Uint8Array): Buffer {
  const message = Buffer.concat([Buffer.from(`${signerId}\n`, "utf8"), id]);
  return Buffer.from(platform.secretBox.mac(message, "browser session")).subarray(0, macBytes);
}
