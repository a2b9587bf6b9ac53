import { Failure } from "../../failure/failure.js";
import type { OwnHeaders } from "./sealedHeaders.js";

const mostHeaders = 20;
const mostNameCharacters = 100;
const mostValueCharacters = 1_000;
const mostUsernameCharacters = 200;
const mostPasswordCharacters = 500;

/** `token` (RFC 9110 5.6.2). */
const nameForm = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** Visible ASCII, with blanks and tabs inside (RFC 9110 5.5, without what it calls obsolete). */
const valueForm = /^[\x21-\x7e](?:[\t\x20-\x7e]*[\x21-\x7e])?$/;

/** Of the connection and of the message's framing (RFC 9110 7.6.1, 10.1; RFC 9112): with them a request could be split. */
const ofTheConnection = [
  ...["connection", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade"],
  ...["http2-settings", "expect", "host", "proxy-authorization", "proxy-authenticate"],
];

/** What we say of ourselves and of the body, and of the answer that we can read. */
const ours = ["user-agent", "accept-encoding"];
const oursBeginWith = ["webhook-", "content-"];

/**
 * Checks what a caller wants sent along with each request: at most 20 headers, with names that are tokens, none of ours,
 * of the connection or of the framing, and basic authentication (RFC 7617) or an `Authorization` header, not both.
 * @param param what stands before `headers` and `basic_auth` in the request: nothing, or `callback.`
 * @throws Failure `field_invalid`, which repeats no value
 */
export function checkHeaders({ headers, basicAuth }: OwnHeaders, param = ""): void {
  const names = Object.keys(headers);
  if (names.length > mostHeaders) {
    throw invalid(`${param}headers`, `has more than ${mostHeaders} members.`, { limit: mostHeaders });
  }
  const seen = new Set<string>();
  for (const name of names) {
    if (name.length > mostNameCharacters || !nameForm.test(name)) {
      const rule = `must have names of 1 to ${mostNameCharacters} of the characters that RFC 9110 allows.`;
      throw invalid(`${param}headers`, rule);
    }
    const at = `${param}headers.${name}`;
    const lower = name.toLowerCase();
    if (seen.has(lower)) throw invalid(at, "is there twice.");
    seen.add(lower);
    if (
      [...ofTheConnection, ...ours].includes(lower) ||
      oursBeginWith.some((head) => lower.startsWith(head))
    ) {
      throw invalid(at, "is not to be chosen: the header is ours, or the connection's.");
    }
    if (headers[name]!.length > mostValueCharacters || !valueForm.test(headers[name]!)) {
      throw invalid(
        at,
        `must have 1 to ${mostValueCharacters} visible ASCII characters, with blanks inside only.`,
      );
    }
  }
  if (basicAuth === null) return;
  if (seen.has("authorization")) {
    throw invalid(`${param}basic_auth`, "and an Authorization header exclude each other.");
  }
  checkCredential(basicAuth.username, `${param}basic_auth.username`, mostUsernameCharacters);
  checkCredential(basicAuth.password, `${param}basic_auth.password`, mostPasswordCharacters);
  if (basicAuth.username.includes(":")) {
    throw invalid(`${param}basic_auth.username`, "must have no colon: the password would begin there.");
  }
}

/** No control characters (RFC 7617 2). */
function checkCredential(text: string, param: string, limit: number): void {
  if (text.length > limit || /\p{Cc}/u.test(text)) {
    throw invalid(param, `must have at most ${limit} characters, and no control characters.`, { limit });
  }
}

function invalid(param: string, rule: string, extensions: Readonly<Record<string, number>> = {}): Failure {
  return new Failure("field_invalid", `${param} ${rule}`, { param, extensions });
}
