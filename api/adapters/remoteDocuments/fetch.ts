import { Agent, type Dispatcher, request } from "undici";
import {
  type RemoteDocument,
  RemoteDocumentError,
  type RemoteDocuments,
} from "../../ports/remoteDocuments.js";
import { readBounded } from "../boundedBody/readBounded.js";
import { addressPolicy } from "./addressPolicy.js";
import { parseDocumentUrl } from "./documentUrl.js";
import { guardedConnector, type Resolve } from "./guardedConnector.js";

export interface RemoteDocumentsOptions {
  /** Whether `http:` URLs are fetched too. */
  readonly allowHttp: boolean;
  /** Ranges of addresses to open beside the global ones; see `addressPolicy`. */
  readonly allowedRanges: readonly string[];
  /** Milliseconds for the whole fetch, from the name to the last byte; 20,000 when absent. */
  readonly timeoutMs?: number;
  /** The Accept header; `application/pdf` when absent. */
  readonly accept?: string;
  /** Certificates (PEM) to trust instead of the well-known ones. */
  readonly trustAnchors?: string;
  /** How names are resolved; the system's way when absent. */
  readonly resolve?: Resolve;
}

/**
 * Fetches documents from strangers' URLs (server-side request forgery is the threat): https, global addresses, no
 * redirection, no credentials, one GET on a connection of its own, bounded in time and size. No error repeats the
 * URL, which may hold a signature or token of the stranger's.
 * @throws Error when an allowed range is none
 */
export function remoteDocuments(options: RemoteDocumentsOptions): RemoteDocuments {
  const {
    allowHttp,
    allowedRanges,
    timeoutMs = 20_000,
    accept = "application/pdf",
    trustAnchors,
    resolve,
  } = options;
  const permits = addressPolicy(allowedRanges);

  return {
    async fetch(url, maxBytes) {
      const target = parseDocumentUrl(url, allowHttp);
      const connect = guardedConnector(permits, { timeoutMs, trustAnchors, resolve });
      const agent = new Agent({
        connect,
        maxHeaderSize: 16_384,
        headersTimeout: timeoutMs,
        bodyTimeout: timeoutMs,
      });
      const timeout = new RemoteDocumentError("timeout", `The document was not there after ${timeoutMs} ms.`);
      const timer = setTimeout(() => void agent.destroy(timeout), timeoutMs);
      try {
        const headers = { accept, "accept-encoding": "identity", "user-agent": "Paraph" };
        const response = await request(target, { dispatcher: agent, method: "GET", headers, reset: true });
        return await readDocument(response, maxBytes);
      } catch (error) {
        if (error instanceof RemoteDocumentError) throw error;
        throw new RemoteDocumentError(
          "unreachable",
          "The URL's server cannot be reached or broke off.",
          error,
        );
      } finally {
        clearTimeout(timer);
        await agent.destroy();
      }
    },
  };
}

async function readDocument(response: Dispatcher.ResponseData, maxBytes: number): Promise<RemoteDocument> {
  const { statusCode, headers, body } = response;
  if (statusCode >= 300 && statusCode < 400) {
    throw new RemoteDocumentError(
      "redirect_refused",
      `The URL redirects (HTTP ${statusCode}); give the final one.`,
    );
  }
  if (statusCode !== 200) {
    throw new RemoteDocumentError(
      "status_not_ok",
      `The URL's server answers with HTTP ${statusCode}, not 200.`,
    );
  }
  // Unpacking could make a large document of a small body; identity was asked for.
  if (single(headers["content-encoding"], "identity").toLowerCase() !== "identity") {
    throw new RemoteDocumentError("status_not_ok", "The URL's server compresses the document, unasked.");
  }
  if (Number(single(headers["content-length"], "0")) > maxBytes) throw tooLarge(maxBytes);
  const bytes = await readBounded(body, maxBytes);
  if (bytes === null) throw tooLarge(maxBytes);
  const contentType = single(headers["content-type"], "").split(";")[0]!.trim().toLowerCase();
  return { bytes, contentType };
}

function single(header: string | string[] | undefined, absent: string): string {
  return (Array.isArray(header) ? header[0] : header) ?? absent;
}

function tooLarge(maxBytes: number): RemoteDocumentError {
  return new RemoteDocumentError("too_large", `The document is larger than ${maxBytes} bytes.`);
}
