import { OutboundError, type OutboundHttp, type OutboundResponse } from "../../ports/outboundHttp.js";
import {
  type RemoteDocument,
  RemoteDocumentError,
  type RemoteDocumentErrorCode,
  type RemoteDocuments,
} from "../../ports/remoteDocuments.js";

export interface RemoteDocumentsOptions {
  /** Whether `http:` URLs are fetched too. */
  readonly allowHttp: boolean;
  /** Milliseconds for the whole fetch, from the name to the last byte; 20,000 when absent. */
  readonly timeoutMs?: number;
  /** The Accept header; `application/pdf` when absent. */
  readonly accept?: string;
}

/** Fetches documents from strangers' URLs with one GET: no credentials, no redirection, the whole body or none. */
export function remoteDocuments(http: OutboundHttp, options: RemoteDocumentsOptions): RemoteDocuments {
  const { allowHttp, timeoutMs = 20_000, accept = "application/pdf" } = options;
  const headers = { accept, "user-agent": "Paraph" };
  return {
    async fetch(url, mostBodyBytes) {
      const bounds = { allowHttp, timeoutMs, mostBodyBytes, wholeBody: true };
      const answer = await http.send({ method: "GET", url, headers, ...bounds }).catch((error: unknown) => {
        throw error instanceof OutboundError ? failure(error, timeoutMs) : error;
      });
      return readDocument(answer, mostBodyBytes);
    },
    async check(url) {
      // A fragment is the client's (RFC 3986 clause 3.5) and no part of what is asked for.
      await http.check(url.split("#")[0]!, { allowHttp }).catch((error: unknown) => {
        throw error instanceof OutboundError ? failure(error, timeoutMs) : error;
      });
    },
  };
}

/** The client's sentence says what it found; the code is one of those that callers of documents know. */
function failure(error: OutboundError, timeoutMs: number): RemoteDocumentError {
  const fail = (code: RemoteDocumentErrorCode, sentence: string) =>
    new RemoteDocumentError(code, sentence, error);
  switch (error.code) {
    case "url_invalid":
      return fail("url_invalid", error.message);
    case "address_forbidden":
      return fail("address_forbidden", "The URL leads to an address that may not be fetched from.");
    case "timeout":
      return fail("timeout", `The document was not there after ${timeoutMs} ms.`);
    default:
      return fail("unreachable", "The URL's server cannot be reached or broke off.");
  }
}

function readDocument(answer: OutboundResponse, maxBytes: number): RemoteDocument {
  const { status, headers, body, truncated } = answer;
  if (status >= 300 && status < 400) {
    throw new RemoteDocumentError(
      "redirect_refused",
      `The URL redirects (HTTP ${status}); give the final one.`,
    );
  }
  if (status !== 200) {
    // RFC 9110 clauses 15.6 and 15.5.9, RFC 6585 clause 4: what is asked for may be had later.
    const mayPass = status >= 500 || status === 408 || status === 429;
    const sentence = `The URL's server answers with HTTP ${status}, not 200.`;
    throw new RemoteDocumentError("status_not_ok", sentence, undefined, mayPass);
  }
  // Unpacking could make a large document of a small body; identity was asked for.
  if ((headers["content-encoding"] ?? "identity").toLowerCase() !== "identity") {
    throw new RemoteDocumentError("status_not_ok", "The URL's server compresses the document, unasked.");
  }
  if (truncated) {
    throw new RemoteDocumentError("too_large", `The document is larger than ${maxBytes} bytes.`);
  }
  const contentType = (headers["content-type"] ?? "").split(";")[0]!.trim().toLowerCase();
  return { bytes: body, contentType };
}
