import { request as httpRequest } from "node:http";
import type { EventView } from "../../../../api/audit/eventView.js";
import { certSignDescription } from "../../../../api/dialects/certsign/description/certSignDescription.js";
import type { OrderAnswer } from "../../../../api/dialects/certsign/orders/presentOrder.js";
import type { CertSignError } from "../../../../api/dialects/certsign/refusals.js";
import type { RequestAnswer } from "../../../../api/dialects/certsign/requests/readRequest.js";
import type { ResultItem } from "../../../../api/dialects/certsign/resultItems.js";
import { publicId } from "../../../../api/ids/id.js";
import { type DescribedFetch, describedFetch } from "../../../support/describedAnswers.js";
import { OrderDesk } from "../../../support/orderDesk.js";
import type { TestServiceOptions } from "../../../support/service.js";

/** An answer as it came. */
export interface Answered<Body> {
  readonly status: number;
  readonly body: Body;
  readonly text: string;
  readonly headers: Headers;
}

export type Failed = CertSignError;

export const holder = {
  firstname: "Ada",
  lastname: "Lovelace",
  email: "ada@example.org",
  mobile: "0611111111",
  country: "FR",
};

/** Who speaks CertSign to a service, and has every answer held against its description. */
export class CertSignDesk {
  private constructor(
    readonly desk: OrderDesk,
    readonly described: DescribedFetch,
  ) {}

  static async open(options: TestServiceOptions & { tenantName?: string } = {}): Promise<CertSignDesk> {
    return new CertSignDesk(await OrderDesk.open(options), describedFetch(certSignDescription()));
  }

  close(): Promise<void> {
    return this.desk.close();
  }

  /** @param apiKey another caller's */
  async call<Body>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
    apiKey = this.desk.client.apiKey,
  ): Promise<Answered<Body>> {
    const response = await this.described.fetch(`${this.desk.service.baseUrl}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${apiKey}`,
        ...(body !== undefined && { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: (text === "" ? null : JSON.parse(text)) as Body,
    };
  }

  /** A request with a body of any method, which fetch has not: as some clients send `null` along with a GET. */
  raw(method: string, path: string, body: string): Promise<{ status: number; body: unknown }> {
    return new Promise((resolve, reject) => {
      const request = httpRequest(
        `${this.desk.service.baseUrl}${path}`,
        {
          method,
          headers: {
            Authorization: `Bearer ${this.desk.client.apiKey}`,
            "Content-Type": "application/json",
            "Content-Length": Buffer.byteLength(body),
          },
        },
        (response) => {
          const parts: Buffer[] = [];
          response.on("data", (part: Buffer) => parts.push(part));
          response.on("end", () => {
            const text = Buffer.concat(parts).toString("utf8");
            resolve({ status: response.statusCode!, body: text === "" ? null : JSON.parse(text) });
          });
        },
      );
      request.on("error", reject);
      request.end(body);
    });
  }

  /** An order. @throws Error where it is refused */
  async order(more: object = {}): Promise<OrderAnswer> {
    const { status, body, text } = await this.call<OrderAnswer>("POST", "/ephemeral/orders", {
      holder,
      ...more,
    });
    if (status !== 200) throw new Error(text);
    return body;
  }

  document(more: object = {}): object {
    return {
      signatureOptions: {
        signatureType: "PAdES_BASELINE_LTA",
        digestAlgorithmName: "SHA256",
        signaturePackagingType: "ENVELOPED",
        documentType: "INLINE",
      },
      enableArchive: false,
      toSignContent: this.desk.content,
      ...more,
    };
  }

  addDocuments<Body = ResultItem[]>(
    { orderRequestId }: OrderAnswer,
    documents: readonly object[] = [this.document()],
    road: "" | "/trigger" = "",
  ): Promise<Answered<Body>> {
    return this.call("POST", `/ephemeral${road}/signatures?orderRequestId=${orderRequestId}`, documents);
  }

  sign<Body = ResultItem[]>(order: OrderAnswer, more = "mode=SYNC"): Promise<Answered<Body>> {
    return this.call("POST", `/ephemeral/signatures/sign?orderRequestId=${order.orderRequestId}&${more}`);
  }

  /** Validates, and reads the code where it arrives. */
  async code(order: OrderAnswer, more = ""): Promise<string> {
    const path = `/ephemeral/trigger/signatures/validate?orderRequestId=${order.orderRequestId}${more}`;
    const { status, text } = await this.call("POST", path);
    if (status !== 200) throw new Error(text);
    return this.newestCode();
  }

  async newestCode(): Promise<string> {
    const [message] = await this.desk.service.outbox.list({ limit: 1 });
    const code = /\b\d{6}\b/.exec(message?.text ?? "")?.[0];
    if (!code) throw new Error("There is no code in the outbox.");
    return code;
  }

  triggered<Body = ResultItem[]>(
    order: OrderAnswer,
    otp: string,
    more = "mode=SYNC",
  ): Promise<Answered<Body>> {
    const query = `orderRequestId=${order.orderRequestId}&otp=${encodeURIComponent(otp)}&${more}`;
    return this.call("POST", `/ephemeral/trigger/signatures/sign?${query}`);
  }

  async read(order: OrderAnswer): Promise<OrderAnswer> {
    return (await this.call<OrderAnswer>("GET", `/ephemeral/orders/?id=${order.orderRequestId}`)).body;
  }

  async request(id: string): Promise<RequestAnswer> {
    return (await this.call<RequestAnswer>("GET", `/ephemeral/signatures/?id=${id}`)).body;
  }

  /** The order's id in `/v1`. */
  async publicId({ orderRequestId }: OrderAnswer): Promise<string> {
    const [row] = await this.desk.sql<{ id: string }>(
      `SELECT order_id AS id FROM certsign_orders WHERE number = ${orderRequestId}`,
    );
    return publicId("ord", row!.id);
  }

  async events(order: OrderAnswer): Promise<EventView[]> {
    const id = await this.publicId(order);
    return (await this.desk.client.get<{ data: EventView[] }>(`/v1/orders/${id}/events?limit=100`)).body.data;
  }
}
