import { Agent, request } from "node:http";

export interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

/** Speaks HTTP/1.1 over connections that are kept: what a request costs the one who asks is not what is measured. */
export class HttpClient {
  private readonly agent: Agent;

  /** @param connections how many at most */
  constructor(
    private readonly baseUrl: string,
    connections: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /**
   * @param path from the root, with its query; of a whole URL, scheme and host are left out
   * @param body sent as JSON; bytes are sent as they are
   * @throws Error with what the service said, where it did not answer 200 to 299
   */
  async call(
    method: "GET" | "POST" | "PATCH",
    path: string,
    options: { readonly body?: object | Buffer; readonly headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const body =
      options.body === undefined || Buffer.isBuffer(options.body) ? options.body : toJson(options.body);
    const answer = await this.send(method, new URL(path, this.baseUrl), body, {
      ...(body && { "Content-Type": "application/json", "Content-Length": String(body.length) }),
      ...options.headers,
    });
    if (answer.status < 200 || answer.status > 299)
      throw new Error(
        `${method} ${path} was answered ${answer.status}: ${answer.body.toString("utf8", 0, 500)}`,
      );
    return answer;
  }

  private send(
    method: string,
    url: URL,
    body: Buffer | undefined,
    headers: Record<string, string>,
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const { hostname, port } = new URL(this.baseUrl);
      const path = `${url.pathname}${url.search}`;
      const sent = request({ hostname, port, path, method, headers, agent: this.agent }, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts) }));
        response.on("error", reject);
      });
      sent.on("error", reject);
      sent.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

/** The JSON of an answer. */
export function jsonOf<T>({ body }: Answer): T {
  return JSON.parse(body.toString("utf8")) as T;
}

export function toJson(value: object): Buffer {
  return Buffer.from(JSON.stringify(value), "utf8");
}
