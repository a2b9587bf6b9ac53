import { Agent, type Dispatcher, request } from "undici";
import { EngineError } from "../../../engine/error.js";
import { encodeTimestampRequest } from "../../../engine/tsp/request.js";
import { decodeTimestampResponse } from "../../../engine/tsp/response.js";
import { verifyTimestampResponse } from "../../../engine/tsp/verifyResponse.js";
import type { Random } from "../../ports/random.js";
import { type TimestampAuthority, TimestampError } from "../../ports/timestampAuthority.js";
import { readBounded } from "../boundedBody/readBounded.js";
import { parseAuthorityUrl } from "./authorityUrl.js";

export interface HttpTimestampOptions {
  /** `http:` or `https:`; a user and password in it, percent-encoded, are sent as HTTP Basic authentication. */
  readonly url: string;
  readonly random: Random;
  /** Milliseconds for each of the two tries; 10,000 when absent. */
  readonly timeoutMs?: number;
  /** Bytes that a token may have; 16,384 when absent, about twice what public authorities send with their chains. */
  readonly maxTokenBytes?: number;
  /** Certificates (PEM) to trust instead of the well-known ones. */
  readonly trustAnchors?: string;
}

/** An authority that keeps connections, to be closed when it is no longer used. */
export interface HttpTimestampAuthority extends TimestampAuthority {
  close(): Promise<void>;
}

const mostTries = 2;
const mostResponseBytes = 65_536;
/** Authorities exist that take no longer nonce than 64 bits. */
const nonceBytes = 8;

/**
 * Somebody else's time-stamping authority, asked over HTTP (RFC 3161 3.4). A try that finds no connection, breaks
 * off, or meets a server error (5xx) is followed by one more; a try that takes too long is not.
 * @throws Error when the URL cannot be used; the sentence does not repeat it, for it may hold a password
 */
export function httpTimestampAuthority(options: HttpTimestampOptions): HttpTimestampAuthority {
  const { random, timeoutMs = 10_000, maxTokenBytes = 16_384, trustAnchors } = options;
  const { url, headers } = parseAuthorityUrl(options.url);
  const agent = new Agent({
    connections: 10,
    maxHeaderSize: 16_384,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    connect: { timeout: timeoutMs, ...(trustAnchors === undefined ? {} : { ca: trustAnchors }) },
  });

  async function ask(body: Uint8Array): Promise<Uint8Array> {
    for (let attempt = 1; ; attempt += 1) {
      const signal = AbortSignal.timeout(timeoutMs);
      try {
        const answer = await request(url, { dispatcher: agent, method: "POST", headers, body, signal });
        return await readAnswer(answer);
      } catch (error) {
        const failure = timestampError(error, signal);
        if (failure.code !== "unavailable" || signal.aborted || attempt === mostTries) throw failure;
      }
    }
  }

  return {
    maxTokenBytes,
    async timestamp(digest, digestAlgorithm = "sha256") {
      const nonce = random.bytes(nonceBytes);
      const responseDer = await ask(encodeTimestampRequest({ digest, digestAlgorithm, nonce }));
      try {
        refuseRejection(responseDer);
        const { token } = verifyTimestampResponse({ responseDer, digest, digestAlgorithm, nonce });
        if (token.byteLength <= maxTokenBytes) return Uint8Array.from(token);
        const sentence = `The time-stamp token is longer than ${maxTokenBytes} bytes.`;
        throw new TimestampError("invalid_response", sentence);
      } catch (error) {
        if (!(error instanceof EngineError)) throw error;
        throw new TimestampError("invalid_response", error.message, error);
      }
    },
    close: () => agent.close(),
  };
}

async function readAnswer({ statusCode, body }: Dispatcher.ResponseData): Promise<Uint8Array> {
  const answer = await readBounded(body, mostResponseBytes);
  if (statusCode >= 500 || statusCode === 408 || statusCode === 429) {
    throw new TimestampError(
      "unavailable",
      `The time-stamping authority cannot answer now (HTTP ${statusCode}).`,
    );
  }
  if (statusCode >= 400) {
    throw new TimestampError(
      "rejected",
      `The time-stamping authority refuses the request (HTTP ${statusCode}).`,
    );
  }
  if (statusCode !== 200) {
    throw new TimestampError(
      "invalid_response",
      `The time-stamping authority answers with HTTP ${statusCode}.`,
    );
  }
  if (answer === null) {
    const sentence = `The time-stamping authority's answer is longer than ${mostResponseBytes} bytes.`;
    throw new TimestampError("invalid_response", sentence);
  }
  return answer;
}

/** Tells a refusal of the authority's from an answer that is none (RFC 3161 2.4.2: status above 1). */
function refuseRejection(responseDer: Uint8Array): void {
  const { status, failures } = decodeTimestampResponse(responseDer);
  if (status <= 1) return;
  const temporary = failures.includes("timeNotAvailable") || failures.includes("systemFailure");
  const reason = failures.length === 0 ? `status ${status}` : failures.join(", ");
  throw new TimestampError(
    temporary ? "unavailable" : "rejected",
    `The time-stamping authority refuses: ${reason}.`,
  );
}

function timestampError(error: unknown, signal: AbortSignal): TimestampError {
  if (error instanceof TimestampError) return error;
  const sentence = signal.aborted ? "does not answer in time" : "cannot be reached or broke off";
  return new TimestampError("unavailable", `The time-stamping authority ${sentence}.`, error);
}
