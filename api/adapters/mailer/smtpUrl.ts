import { isIP } from "node:net";

/** A mail server as a URL describes it. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (RFC 8314 3.3), not after STARTTLS. */
  readonly implicitTls: boolean;
  /** Whether nothing may be sent without TLS and a certificate that proves the host's name. */
  readonly requireTls: boolean;
  readonly credentials: { readonly user: string; readonly pass: string } | null;
}

/**
 * Reads `smtp://user:password@host:port` (STARTTLS; port 587 when absent) or `smtps://...` (TLS at once; port 465).
 * User and password are percent-encoded.
 *
 * With `smtp:`, TLS is required unless the host is loopback. `?tls=none` says that this server is reached in clear,
 * on a network where nobody else listens; `?tls=required` requires it of loopback too. There is no middle: TLS that
 * is used only when it is offered is taken away by whoever wants to read.
 *
 * @throws Error that names what is wrong and never repeats the URL
 */
export function parseSmtpUrl(text: string): SmtpServer {
  const url = URL.parse(text);
  if (url === null) throw new Error("The SMTP URL is not a URL.");
  if (url.protocol !== "smtp:" && url.protocol !== "smtps:") {
    throw new Error("The SMTP URL begins with neither smtp:// nor smtps://.");
  }
  if (url.hostname === "") throw new Error("The SMTP URL names no host.");
  if (!["", "/"].includes(url.pathname) || url.hash !== "") {
    throw new Error("The SMTP URL has a path or fragment, which mean nothing here.");
  }
  const { tls, ...unknown } = Object.fromEntries(url.searchParams);
  if (Object.keys(unknown).length > 0) throw new Error("The SMTP URL has a parameter other than tls.");
  if (tls !== undefined && tls !== "none" && tls !== "required") {
    throw new Error("The SMTP URL's parameter tls is neither none nor required.");
  }
  const implicitTls = url.protocol === "smtps:";
  if (implicitTls && tls === "none") throw new Error("The SMTP URL says smtps and tls=none at once.");
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  return {
    host,
    port: url.port === "" ? (implicitTls ? 465 : 587) : Number(url.port),
    implicitTls,
    requireTls: implicitTls || tls === "required" || (tls === undefined && !isLoopback(host)),
    credentials: readCredentials(url),
  };
}

function readCredentials(url: URL): SmtpServer["credentials"] {
  if (url.username === "" && url.password === "") return null;
  if (url.username === "" || url.password === "")
    throw new Error("The SMTP URL has a user or password alone.");
  try {
    return { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
  } catch {
    throw new Error("The SMTP URL's user or password is not percent-encoded UTF-8.");
  }
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}
