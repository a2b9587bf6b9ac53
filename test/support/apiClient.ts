import type { Problem } from "../../api/http/problem.js";
import type { OrderView } from "../../api/orders/orderViews.js";

export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

/** Speaks HTTP as a caller does. */
export class ApiClient {
  constructor(
    readonly baseUrl: string,
    readonly apiKey: string | null,
  ) {}

  async request<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const isForm = body instanceof FormData;
    const response = await fetch(`${this.baseUrl}${path}`, {
      method,
      headers: {
        ...(this.apiKey !== null && { Authorization: `Bearer ${this.apiKey}` }),
        ...(body !== undefined && !isForm && { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: isForm || typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const type = response.headers.get("Content-Type") ?? "";
    const bytes = Buffer.from(await response.arrayBuffer());
    const parsed = /[/+]json\b/.test(type) ? JSON.parse(bytes.toString("utf8")) : bytes;
    return { status: response.status, headers: response.headers, body: parsed as T };
  }

  get<T = Record<string, unknown>>(path: string, headers?: Record<string, string>): Promise<Answer<T>> {
    return this.request<T>("GET", path, undefined, headers);
  }

  post<T = Record<string, unknown>>(
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<T>> {
    return this.request<T>("POST", path, body ?? {}, headers);
  }

  /** A request that must be refused. */
  async refused(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<Problem>> {
    const answer = await this.request<Problem>(method, path, body, headers);
    if (answer.status < 400) throw new Error(`${method} ${path} was not refused: ${answer.status}`);
    return answer;
  }

  /** Creates an order that must be taken. */
  async createOrder(body: object): Promise<OrderView> {
    const answer = await this.post<OrderView>("/v1/orders", body);
    if (answer.status !== 201) throw new Error(`No order: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
}
