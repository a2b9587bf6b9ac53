import type { Platform } from "../../platform.js";

/** What a tenant has sent along with each request to one destination. It holds passwords: kept sealed, never shown. */
export interface OwnHeaders {
  readonly headers: Readonly<Record<string, string>>;
  readonly basicAuth: BasicAuth | null;
}

/** RFC 7617. */
export interface BasicAuth {
  readonly username: string;
  readonly password: string;
}

export const noHeaders: OwnHeaders = { headers: {}, basicAuth: null };

/**
 * @param destination UUID of the endpoint, or of the order whose callback it is; the box opens for no other
 * @returns null where there is nothing to keep
 */
export function sealHeaders(
  { secretBox }: Pick<Platform, "secretBox">,
  destination: string,
  own: OwnHeaders,
): Buffer | null {
  if (Object.keys(own.headers).length === 0 && own.basicAuth === null) return null;
  return Buffer.from(secretBox.seal(Buffer.from(JSON.stringify(own), "utf8"), context(destination)));
}

/** What was sealed, for whoever changes it, or shows the names. */
export function readHeaders(
  { secretBox }: Pick<Platform, "secretBox">,
  destination: string,
  sealed: Uint8Array | null,
): OwnHeaders {
  if (sealed === null) return noHeaders;
  return JSON.parse(Buffer.from(secretBox.open(sealed, context(destination))).toString("utf8")) as OwnHeaders;
}

/** The headers of a request, basic authentication among them (RFC 7617 2, in UTF-8). */
export function openHeaders(
  platform: Pick<Platform, "secretBox">,
  destination: string,
  sealed: Uint8Array | null,
): Record<string, string> {
  const { headers, basicAuth } = readHeaders(platform, destination, sealed);
  if (basicAuth === null) return { ...headers };
  const credentials = Buffer.from(`${basicAuth.username}:${basicAuth.password}`, "utf8").toString("base64");
  return { ...headers, authorization: `Basic ${credentials}` };
}

function context(destination: string): string {
  return `webhook headers ${destination}`;
}
