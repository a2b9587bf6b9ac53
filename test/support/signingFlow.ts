import type { Outbox } from "../../api/adapters/outbox/outbox.js";
import type { OrderView } from "../../api/orders/orderViews.js";
import type { SignView, StatusView } from "../../api/signers/sessionViews.js";
import { type Answer, ApiClient } from "./apiClient.js";

/** A signer's browser: it has the signing link and nothing else. */
export class SignerBrowser {
  readonly client: ApiClient;
  readonly path: string;

  constructor(
    order: OrderView,
    index: number,
    private readonly outbox: Outbox,
  ) {
    const signer = order.signers[index]!;
    const url = new URL(signer.signing_url);
    this.client = new ApiClient(url.origin, null);
    this.path = `${url.pathname}/signers/${signer.id}`;
  }

  /** Opens the link, as the page would. */
  open(): Promise<Answer<Buffer>> {
    return this.client.get<Buffer>(this.path.replace(/\/signers\/.*$/, ""));
  }

  async status(): Promise<StatusView> {
    return (await this.client.get<StatusView>(`${this.path}/status`)).body;
  }

  /** Has a code sent and reads it where it arrives. */
  async receiveCode(): Promise<string> {
    const sent = await this.client.post(`${this.path}/send-otp`);
    if (sent.status !== 200) throw new Error(`No code: ${JSON.stringify(sent.body)}`);
    return this.newestCode();
  }

  async newestCode(): Promise<string> {
    const [message] = await this.outbox.list({ limit: 1 });
    const code = /\b\d{6}\b/.exec(message?.text ?? "")?.[0];
    if (!code) throw new Error("There is no code in the outbox.");
    return code;
  }

  async session(): Promise<string> {
    const otp = await this.receiveCode();
    const verified = await this.client.post<{ sessionToken: string }>(`${this.path}/verify-otp`, { otp });
    if (verified.status !== 200) throw new Error(`No session: ${JSON.stringify(verified.body)}`);
    return verified.body.sessionToken;
  }

  /** The whole road: read, consent, code, sign. */
  async sign(extra: object = {}): Promise<Answer<SignView>> {
    await this.open();
    await this.client.get(`${this.path}/pdf-url`);
    const { consent } = await this.status();
    const token = await this.session();
    return this.client.post<SignView>(
      `${this.path}/sign`,
      { consentText: consent.text, ...extra },
      { Authorization: `Bearer ${token}` },
    );
  }
}
