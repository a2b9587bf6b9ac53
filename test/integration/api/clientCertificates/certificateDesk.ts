import { X509Certificate } from "node:crypto";
import type {
  ClientCertificateView,
  NewClientCertificateView,
} from "../../../../api/clientCertificates/clientCertificateViews.js";
import type { Page } from "../../../../api/request/page.js";
import { ApiClient } from "../../../support/apiClient.js";
import { OrderDesk } from "../../../support/orderDesk.js";

export const path = "/v1/client-certificates";

/** A tenant that has certificates issued. */
export class CertificateDesk {
  private constructor(readonly desk: OrderDesk) {}

  static async open(): Promise<CertificateDesk> {
    return new CertificateDesk(await OrderDesk.open());
  }

  get client(): ApiClient {
    return this.desk.client;
  }

  as(secret: string): ApiClient {
    return new ApiClient(this.desk.service.baseUrl, secret);
  }

  /** Issues a certificate that must be issued. */
  async issue(body: object = {}, client = this.client, once?: string): Promise<NewClientCertificateView> {
    const headers: Record<string, string> = once === undefined ? {} : { "Idempotency-Key": once };
    const answer = await client.post<NewClientCertificateView>(path, { name: "ERP", ...body }, headers);
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return answer.body;
  }

  /** What a request that must be refused is refused with. */
  async refusal(body: object, client = this.client) {
    const { status, body: problem } = await client.refused("POST", path, { name: "ERP", ...body });
    return { status, code: problem.code, param: problem.param };
  }

  async list(query = "", client = this.client): Promise<Page<ClientCertificateView>> {
    return (await client.get<Page<ClientCertificateView>>(`${path}${query}`)).body;
  }

  async revoke(id: string, client = this.client): Promise<ClientCertificateView> {
    return (await client.request<ClientCertificateView>("DELETE", `${path}/${id}`)).body;
  }

  /** Makes an API key that must be made. */
  async key(body: object = {}, client = this.client): Promise<{ id: string; secret: string }> {
    const answer = await client.post<{ id: string; secret: string }>("/v1/api-keys", {
      name: "key",
      ...body,
    });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return answer.body;
  }

  /** As `/ca/{mode}/clients.crt` has it. */
  async authority(mode: "test" | "live"): Promise<X509Certificate> {
    const { body } = await new ApiClient(this.desk.service.baseUrl, null).get<Buffer>(
      `/ca/${mode}/clients.crt`,
    );
    return new X509Certificate(body);
  }

  close(): Promise<void> {
    return this.desk.close();
  }
}
