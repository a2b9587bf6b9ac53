import type { RevocationFetcher } from "../../engine/pades/validationDataSource.js";
import type { Clock } from "../ports/clock.js";
import type { RemoteDocuments } from "../ports/remoteDocuments.js";

/** More than public time-stamping authorities publish, in bytes. */
const most = { crl: 8 * 1024 * 1024, ocsp: 256 * 1024, certificate: 64 * 1024 } as const;

/** An authority publishes a list each day or so: its answer serves the orders that are sealed meanwhile. */
const keptMs = 10 * 60_000;
/** So that one that is out of order does not make every order wait. */
const failureKeptMs = 60_000;
const mostKept = 64;

interface Answer {
  readonly bytes: Promise<Uint8Array>;
  until: number;
}

/**
 * Validation data of another time-stamping authority, from where its certificates say. The addresses are a stranger's:
 * each goes through the guarded client. OCSP is asked with GET (RFC 6960 A.1), answers are kept for ten minutes.
 */
export function remoteValidationData(
  remote: Pick<RemoteDocuments, "fetch">,
  clock: Clock,
): RevocationFetcher {
  const answers = new Map<string, Answer>();
  const get = (url: string, maxBytes: number): Promise<Uint8Array> => {
    const now = clock.now().getTime();
    const known = answers.get(url);
    if (known && known.until > now) return known.bytes;
    const answer: Answer = {
      bytes: remote.fetch(url, maxBytes).then(({ bytes }) => bytes),
      until: now + keptMs,
    };
    answer.bytes.catch(() => {
      answer.until = now + failureKeptMs;
    });
    answers.delete(url);
    answers.set(url, answer);
    if (answers.size > mostKept) answers.delete(answers.keys().next().value!);
    return answer.bytes;
  };
  return {
    crl: (url) => get(url, most.crl),
    certificate: (url) => get(url, most.certificate),
    ocsp: (url, request) => {
      const asked = encodeURIComponent(Buffer.from(request).toString("base64"));
      return get(`${url.replace(/\/$/, "")}/${asked}`, most.ocsp);
    },
  };
}
