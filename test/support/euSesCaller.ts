import { euSesDescription } from "../../api/dialects/euSes/description/euSesDescription.js";
import type { EuSesListElement } from "../../api/dialects/euSes/list/listSignatures.js";
import type { EuSesOrderView } from "../../api/dialects/euSes/presentOrder.js";
import type { EuSesRefusal } from "../../api/dialects/euSes/refusals.js";
import { publicId } from "../../api/ids/id.js";
import type { OrderView } from "../../api/orders/orderViews.js";
import { describedFetch } from "./describedAnswers.js";

const described = describedFetch(euSesDescription());

export interface EuSesAnswer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

interface Enveloped<Data> {
  readonly data: Data;
  readonly success: true;
  readonly message: string;
  readonly error: null;
}

/** A program that was written for another maker's API: every answer to it is held against the description. */
export class EuSesCaller {
  constructor(
    private readonly baseUrl: string,
    private readonly token: string | null,
  ) {}

  /** Calls of the description that no test of this process has made yet. */
  static unseen(): string[] {
    return described.unseen();
  }

  /** @param body an object, or the text of a body as it is to be sent */
  async request<Body>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<EuSesAnswer<Body>> {
    const response = await described.fetch(`${this.baseUrl}${path}`, {
      method,
      headers: {
        ...(this.token !== null && { Authorization: `Bearer ${this.token}` }),
        ...(body !== undefined && { "Content-Type": "application/json" }),
        Accept: "application/json",
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const isJson = (response.headers.get("Content-Type") ?? "").startsWith("application/json");
    const read: unknown = isJson ? JSON.parse(bytes.toString("utf8")) : bytes;
    return { status: response.status, headers: response.headers, body: read as Body };
  }

  /** Asks for signatures, and must be given them. */
  async create(body: unknown, headers?: Record<string, string>): Promise<EuSesOrderView> {
    const answer = await this.request<Enveloped<EuSesOrderView>>("POST", "/EU-SES", body, headers);
    if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body.data;
  }

  /** Is refused. @returns status and body */
  async refused(method: string, path: string, body?: unknown): Promise<[number, EuSesRefusal]> {
    const answer = await this.request<EuSesRefusal>(method, path, body);
    return [answer.status, answer.body];
  }

  async detail(id: string): Promise<EuSesOrderView> {
    return (await this.request<Enveloped<EuSesOrderView>>("GET", `/signatures/${id}/detail`)).body.data;
  }

  /** @param query with its question mark, or empty */
  async list(query = ""): Promise<EuSesListElement[]> {
    return (await this.request<Enveloped<EuSesListElement[]>>("GET", `/signatures${query}`)).body.data;
  }
}

/** What a signer's browser needs to know of an order: the link in the answer. */
export function asOrder({ signers }: EuSesOrderView): OrderView {
  const seen = signers.map(({ id, url }) => ({ id: publicId("sgr", id), signing_url: url }));
  return { signers: seen } as unknown as OrderView;
}
