import { fill } from "../../messages/phrase.js";
import type { OutboundErrorCode } from "../../ports/outboundHttp.js";
import type { LastFailure } from "./notice.js";
import type { FailureWord, NoticeWords } from "./words/noticeWords.js";

const withoutAnswer: Readonly<Record<OutboundErrorCode, FailureWord>> = {
  url_invalid: "unsent",
  address_forbidden: "forbidden",
  name_not_found: "notFound",
  connection_refused: "refused",
  connection_failed: "broken",
  tls_failed: "insecure",
  timeout: "timeout",
  response_invalid: "garbled",
};

/** What came of a request, in a sentence for whoever looks after the system that it went to. */
export function failureInWords({ failures }: NoticeWords, { status, error }: LastFailure): string {
  if (status !== null) {
    const word = status >= 300 && status < 400 ? "redirected" : "answered";
    return fill(failures[word], { status: String(status) });
  }
  const known = error !== null && Object.hasOwn(withoutAnswer, error);
  return failures[known ? withoutAnswer[error as OutboundErrorCode] : "unsent"];
}
