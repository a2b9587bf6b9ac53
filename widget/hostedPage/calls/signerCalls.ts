import type {
  CodeSent,
  CodeVerified,
  Delegate,
  DocumentLink,
  DocumentReading,
  Identity,
  Placement,
  Session,
  SignatureGiven,
  Signed,
  SignedDocuments,
  SignerStatus,
} from "./answers.js";
import type { BrowserSession } from "./browserSession.js";
import { NoAnswer, Problem, type ProblemDetails } from "./failure.js";

const patienceMilliseconds = 30_000;
const pauseBeforeRetryMilliseconds = 800;

/** The server's calls for one signer, as `{base}/signers/{id}/...`. Each throws {@link Problem} or {@link NoAnswer}. */
export class SignerCalls {
  readonly #address: string;
  readonly #session: BrowserSession;

  /** @param base the signing link's path, e.g. `/s/{token}` */
  constructor(base: string, signerId: string, session: BrowserSession) {
    this.#address = `${base}/signers/${encodeURIComponent(signerId)}`;
    this.#session = session;
  }

  async status(): Promise<SignerStatus> {
    const status = await this.#read<SignerStatus>("status");
    this.#session.keep(status.session);
    return status;
  }

  async documentLinks(): Promise<readonly DocumentLink[]> {
    return (await this.#read<{ documents: DocumentLink[] }>("pdf-url")).documents;
  }

  positions(): Promise<readonly Placement[]> {
    return this.#read("positions");
  }

  signedDocuments(): Promise<SignedDocuments> {
    return this.#read("signed-documents");
  }

  async reading(): Promise<readonly DocumentReading[]> {
    return (await this.#read<{ documents: DocumentReading[] }>("reading")).documents;
  }

  /** @param leaving the page goes away: the call outlives it */
  pagesShown(
    document_id: string,
    pages: readonly { readonly page: number; readonly ticket?: string }[],
    leaving = false,
  ): Promise<DocumentReading> {
    return this.#ask("POST", "pages-shown", { document_id, pages }, {}, leaving);
  }

  consents(clauses: readonly { readonly position: number; readonly text: string }[]): Promise<unknown> {
    const given = clauses.map(({ position, text }) => ({ position, text }));
    return this.#ask("POST", "consents", { clauses: given });
  }

  identity(changes: Partial<Record<keyof Identity, string>>): Promise<Identity> {
    return this.#ask("PATCH", "identity", changes);
  }

  fields(values: Readonly<Record<string, string>>): Promise<readonly Placement[]> {
    return this.#ask("PUT", "fields", { values });
  }

  /** A session without a code, where none is asked for. */
  session(): Promise<Session> {
    return this.#ask("POST", "session", {});
  }

  approve(sessionToken: string, consentText: string | undefined): Promise<unknown> {
    const body = consentText === undefined ? {} : { consentText };
    return this.#ask("POST", "approve", body, { Authorization: `Bearer ${sessionToken}` });
  }

  delegate(to: Delegate): Promise<unknown> {
    return this.#ask("POST", "delegate", to);
  }

  sendCode(): Promise<CodeSent> {
    return this.#ask("POST", "send-otp", {});
  }

  verifyCode(otp: string): Promise<CodeVerified> {
    return this.#ask("POST", "verify-otp", { otp });
  }

  sign(sessionToken: string, given: SignatureGiven): Promise<Signed> {
    return this.#ask("POST", "sign", given, { Authorization: `Bearer ${sessionToken}` });
  }

  refuse(reason: string): Promise<{ refused_at: string }> {
    return this.#ask("POST", "refuse", { reason });
  }

  /** Reading may be repeated, so one lost answer is asked for again before anybody is troubled. */
  async #read<Answer>(call: string): Promise<Answer> {
    try {
      return await this.#ask<Answer>("GET", call);
    } catch (failure) {
      if (!(failure instanceof NoAnswer) || !navigator.onLine) throw failure;
      await new Promise((resume) => setTimeout(resume, pauseBeforeRetryMilliseconds));
      return this.#ask<Answer>("GET", call);
    }
  }

  async #ask<Answer>(
    method: "GET" | "POST" | "PUT" | "PATCH",
    call: string,
    body?: unknown,
    headers: Record<string, string> = {},
    keepalive = false,
  ): Promise<Answer> {
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${this.#address}/${call}`, {
        method,
        headers: {
          Accept: "application/json",
          "Content-Type": "application/json",
          ...this.#session.header,
          ...headers,
        },
        keepalive,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        cache: "no-store",
        credentials: "omit",
        signal: AbortSignal.timeout(patienceMilliseconds),
      });
      text = await response.text();
    } catch (cause) {
      throw new NoAnswer(`No answer to ${call}`, { cause });
    }
    const answer = parsed(text);
    if (!response.ok) throw new Problem(response.status, (answer ?? {}) as ProblemDetails);
    // A proxy or a hotel's sign-in page may answer 200 with something else.
    if (answer === undefined) throw new NoAnswer(`The answer to ${call} is not ours`);
    return answer as Answer;
  }
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
