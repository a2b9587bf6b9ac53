import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { printable } from "../printable.js";

/** What makes a command useless before anything was asked of the service. */
export class Unusable extends Error {}

/** What the service refused, or why it could not be asked. */
export class Refused extends Error {}

const patienceMs = 30_000;
const tries = 3;

/** Speaks to the service as any program with an API key does: over HTTP. */
export class ServiceClient {
  private constructor(
    private readonly origin: string,
    private readonly apiKey: string,
  ) {}

  /** @param environment PARAPH_API_KEY, PARAPH_URL @throws Unusable */
  static of({ PARAPH_API_KEY: apiKey, PARAPH_URL: url = "http://127.0.0.1:3000" }: NodeJS.ProcessEnv) {
    if (!apiKey) throw new Unusable("Set PARAPH_API_KEY to an API key with keys:read and keys:write.");
    const parsed = URL.parse(url);
    if (parsed === null || !/^https?:$/.test(parsed.protocol)) {
      throw new Unusable("PARAPH_URL must be the service's URL, as in https://sign.example.com.");
    }
    // Threat: whoever listens on the way has the API key, and the private key of the answer.
    if (parsed.protocol === "http:" && !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(parsed.hostname)) {
      throw new Unusable("PARAPH_URL must be https: a private key is in the answer.");
    }
    return new ServiceClient(parsed.href.replace(/\/$/, ""), apiKey);
  }

  /**
   * One call. It is tried again where no answer came, under one Idempotency-Key, so that nothing is done twice.
   * @returns the answer's JSON
   * @throws Refused with the service's own sentence
   */
  async call<T>(method: "GET" | "POST" | "DELETE", path: string, body?: object): Promise<T> {
    const headers = {
      Authorization: `Bearer ${this.apiKey}`,
      ...(body && { "Content-Type": "application/json" }),
      ...(method === "POST" && { "Idempotency-Key": randomUUID() }),
    };
    const request = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    for (let attempt = 1; ; attempt++) {
      const answer = await this.#ask(path, request).catch((cause: unknown) => cause);
      if (answer instanceof Response && answer.ok) return (await answer.json()) as T;
      const mayPass = !(answer instanceof Response) || answer.status >= 500;
      if (!mayPass || attempt === tries) throw new Refused(await reasonOf(answer));
      await pause(attempt * 500);
    }
  }

  #ask(path: string, request: RequestInit): Promise<Response> {
    const signal = AbortSignal.timeout(patienceMs);
    return fetch(`${this.origin}${path}`, { ...request, redirect: "error", signal });
  }
}

/** Of a problem document (RFC 9457), its sentence and code; else what there is. */
async function reasonOf(answer: unknown): Promise<string> {
  if (!(answer instanceof Response)) {
    const cause = answer instanceof Error ? (answer.cause ?? answer) : answer;
    return `The service does not answer: ${printable(cause instanceof Error ? cause.message : "unknown")}.`;
  }
  const problem = (await answer.json().catch(() => null)) as { detail?: unknown; code?: unknown } | null;
  if (typeof problem?.detail !== "string") return `The service answered ${answer.status}.`;
  return printable(`${problem.detail} (${String(problem.code)})`);
}
