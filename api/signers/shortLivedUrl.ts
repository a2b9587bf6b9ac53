import { timingSafeEqual } from "node:crypto";
import { Failure } from "../failure/failure.js";
import type { Platform } from "../platform.js";

/** How long a short-lived URL works. */
const lifeSeconds = 600;

export interface ShortLivedUrl {
  readonly url: string;
  readonly expiresAt: Date;
}

/**
 * A URL that works for ten minutes and for this path only: an end and a MAC over both are in its query.
 * @param path below the public URL, with its leading slash
 * @param session the browser that it is given to, as events name it; a link is followed without headers of ours
 */
export function shortLivedUrl(
  platform: Pick<Platform, "clock" | "secretBox" | "publicUrl">,
  path: string,
  session: string | null,
): ShortLivedUrl {
  const expires = Math.floor(platform.clock.now().getTime() / 1000) + lifeSeconds;
  const mac = macOf(platform, path, String(expires), session).toString("base64url");
  const browser = session === null ? "" : `&session=${session}`;
  return {
    url: `${platform.publicUrl}${path}?expires=${expires}${browser}&mac=${mac}`,
    expiresAt: new Date(expires * 1000),
  };
}

/**
 * @returns the browser that the URL was given to, or null where it had no name
 * @throws Failure `not_found` when the URL's time is over, or it was not made by us
 */
export function requireShortLived(
  platform: Pick<Platform, "clock" | "secretBox">,
  path: string,
  query: { readonly expires?: unknown; readonly mac?: unknown; readonly session?: unknown },
): string | null {
  const { expires, mac } = query;
  const session = typeof query.session === "string" ? query.session : null;
  if (typeof expires === "string" && typeof mac === "string") {
    const expected = macOf(platform, path, expires, session);
    const given = Buffer.from(mac, "base64url");
    const isGenuine = given.length === expected.length && timingSafeEqual(given, expected);
    if (isGenuine && Number(expires) * 1000 > platform.clock.now().getTime()) return session;
  }
  throw new Failure("not_found", "This link is over, or was never one; ask for a new one on the page.");
}

function macOf(
  platform: Pick<Platform, "secretBox">,
  path: string,
  expires: string,
  session: string | null,
): Buffer {
  const message = `${path}\n${expires}\n${session ?? ""}`;
  return Buffer.from(platform.secretBox.mac(Buffer.from(message, "utf8"), "short-lived URL"));
}
