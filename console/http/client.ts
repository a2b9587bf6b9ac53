/** Why a call came to nothing, in the service's own words (RFC 9457). */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** The field of the request that is at fault. */
    readonly param: string | null,
  ) {
    super(message);
  }
}

export type Mode = "test" | "live";

interface Problem {
  readonly detail?: string;
  readonly code?: string;
  readonly param?: string;
}

/**
 * Speaks to `/v1` with an API key, which is held by this object and written nowhere: neither to the browser's storage nor
 * to a cookie, so that it goes with the page.
 */
export class ApiClient {
  readonly #key: string;

  /** @param onRefused called when the key itself is refused: revoked, ended, or come from an address that is not allowed */
  constructor(
    key: string,
    private readonly onRefused: (error: ApiError) => void,
  ) {
    this.#key = key;
  }

  /** @returns null for what no API key looks like */
  static modeOf(key: string): Mode | null {
    return (/^paraph_(test|live)_[A-Za-z0-9_-]{43}$/.exec(key)?.[1] as Mode | undefined) ?? null;
  }

  get mode(): Mode {
    return ApiClient.modeOf(this.#key)!;
  }

  /** The first characters of the key, as lists of keys show them. */
  get prefix(): string {
    return this.#key.slice(0, "paraph_test_".length + 4);
  }

  /** @param once makes a repeat of the same request harmless @throws ApiError */
  async call<T>(method: string, path: string, body?: object, once?: string): Promise<T> {
    const headers = {
      Authorization: `Bearer ${this.#key}`,
      ...(body && { "Content-Type": "application/json" }),
      ...(once !== undefined && { "Idempotency-Key": once }),
    };
    const request = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const response = await fetch(path, request).catch(() => null);
    if (response === null) throw new ApiError(0, "offline", "The service does not answer. Try again.", null);
    const answer: unknown = await response.json().catch(() => null);
    if (response.ok) return answer as T;
    const { detail, code, param } = (answer ?? {}) as Problem;
    const words = detail ?? `The service answered ${response.status}.`;
    const error = new ApiError(response.status, code ?? "unknown", words, param ?? null);
    if (response.status === 401 || error.code === "address_not_allowed") this.onRefused(error);
    throw error;
  }
}

/** A name for one request, however often it is sent. */
export function newOnce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}
