/** Where to ask, and with which headers. */
export interface AuthorityRequest {
  /** Without user and password. */
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Reads the URL of a time-stamping authority, with user and password (percent-encoded) where it asks for them.
 * @throws Error that names what is wrong and never repeats the URL
 */
export function parseAuthorityUrl(text: string): AuthorityRequest {
  const url = URL.parse(text);
  if (url === null) throw new Error("The URL of the time-stamping authority is not a URL.");
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new Error("The URL of the time-stamping authority begins with neither http:// nor https://.");
  }
  const headers = { "content-type": "application/timestamp-query", accept: "application/timestamp-reply" };
  if (url.username === "" && url.password === "") return { url, headers };
  let credentials: string;
  try {
    credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  } catch {
    throw new Error(
      "The URL of the time-stamping authority has a user or password that is not percent-encoded.",
    );
  }
  url.username = "";
  url.password = "";
  const authorization = `Basic ${Buffer.from(credentials).toString("base64")}`;
  return { url, headers: { ...headers, authorization } };
}
