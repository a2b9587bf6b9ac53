import { setTimeout as wait } from "node:timers/promises";
import type { OrderView } from "../../api/orders/orderViews.js";
import type { StatusView } from "../../api/signers/sessionViews.js";

interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

/** A caller and a signer who repeat whatever gets no answer, as people and programs do. */
export class StubbornSigner {
  readonly #email: string;
  readonly #tried = new Set<string>();

  constructor(
    private readonly baseUrl: string,
    private readonly apiKey: string,
    /** The caller's own id of the order. */
    private readonly externalId: string,
    private readonly giveUp: AbortSignal,
  ) {
    this.#email = `${externalId}@example.org`;
  }

  /** From nothing to a signed order. @param content the document, base64 */
  async completeOrder(content: string): Promise<OrderView> {
    const order = await this.#create(content);
    const signer = order.signers[0]!;
    const path = `${new URL(signer.signing_url).pathname}/signers/${signer.id}`;
    for (;;) {
      const { body } = await this.#ask<StatusView>("GET", `${path}/status`);
      if (body.signer.state === "signed") return order;
      if (body.signer.state === "signing") await wait(100);
      else await this.#trySigning(path, body.consent.text);
    }
  }

  async #create(content: string): Promise<OrderView> {
    const order = {
      title: "Agreement",
      external_id: this.externalId,
      documents: [{ name: "agreement.pdf", content }],
      signers: [{ given_name: "Ada", surname: "Lovelace", email: this.#email }],
    };
    for (;;) {
      const { status, body } = await this.#ask<OrderView>("POST", "/v1/orders", order, {
        Authorization: `Bearer ${this.apiKey}`,
        "Idempotency-Key": this.externalId,
      });
      if (status === 201) return body;
      if (status !== 409) throw new Error(`No order: ${status} ${JSON.stringify(body)}`);
    }
  }

  async #trySigning(path: string, consentText: string): Promise<void> {
    await this.#ask("POST", `${path}/send-otp`, {});
    const otp = await this.#newCode();
    if (otp === null) return void (await wait(100));
    const { body } = await this.#ask<{ sessionToken?: string; code?: string }>("POST", `${path}/verify-otp`, {
      otp,
    });
    // The code's message can come before its row says that it was sent.
    if (body.code !== "otp_missing") this.#tried.add(otp);
    if (body.sessionToken === undefined) return void (await wait(50));
    await this.#ask(
      "POST",
      `${path}/sign`,
      { consentText },
      { Authorization: `Bearer ${body.sessionToken}` },
    );
  }

  /** The newest code in the outbox, unless it has been tried. */
  async #newCode(): Promise<string | null> {
    const { body } = await this.#ask<{ data: { text: string }[] }>(
      "GET",
      `/dev/outbox.json?to=${this.#email}`,
    );
    const code = /\b\d{6}\b/.exec(body.data[0]?.text ?? "")?.[0] ?? null;
    return code === null || this.#tried.has(code) ? null : code;
  }

  /** Asks until there is an answer that is none of a service that is starting or dying. */
  async #ask<T>(
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    for (;;) {
      this.giveUp.throwIfAborted();
      try {
        const response = await fetch(`${this.baseUrl}${path}`, {
          method,
          headers: { ...(body && { "Content-Type": "application/json" }), ...headers },
          ...(body && { body: JSON.stringify(body) }),
          signal: this.giveUp,
        });
        const text = await response.text();
        if (response.status < 500) return { status: response.status, body: JSON.parse(text) as T };
      } catch (error) {
        // By its name: what fetch throws is of another realm than the tests.
        if ((error as Error).name !== "TypeError") throw error;
      }
      await wait(50);
    }
  }
}
