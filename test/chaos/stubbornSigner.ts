import { setTimeout as wait } from "node:timers/promises";
import type { OrderView } from "../../api/orders/orderViews.js";
import type { DocumentLinksView, StatusView } from "../../api/signers/sessionViews.js";
import { drawnSignature } from "../support/drawnSignature.js";

interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

/** Each signer's image is an object of its own. */
const appearance = {
  image: drawnSignature(120, 30).toString("base64"),
  lines: [{ text: "Agreed", font: "times_italic" }],
};

/** A caller and a signer who repeat whatever gets no answer, as people and programs do. */
export class StubbornSigner {
  readonly #tried = new Set<string>();
  /** Steps that the service has acknowledged: what must never be lost. */
  readonly acknowledged: string[] = [];

  /**
   * @param externalId the caller's own id of the order
   * @param signers how many sign, one after the other
   * @param further members of the order
   */
  constructor(
    private readonly baseUrl: string,
    private readonly apiKey: string,
    private readonly externalId: string,
    private readonly giveUp: AbortSignal,
    private readonly signers = 1,
    private readonly further: object = {},
  ) {}

  /** From nothing to a signed order. @param content the document, base64 */
  async completeOrder(content: string): Promise<OrderView> {
    const order = await this.#create(content);
    this.acknowledged.push(`order.created ${order.id}`);
    for (const signer of order.signers) {
      const path = `${new URL(signer.signing_url).pathname}/signers/${signer.id}`;
      await this.#sign(path, signer.email!);
      this.acknowledged.push(`signer.signed ${signer.id}`);
    }
    return order;
  }

  async #sign(path: string, email: string): Promise<void> {
    await this.#read(path);
    for (;;) {
      const { body } = await this.#ask<StatusView>("GET", `${path}/status`);
      if (body.signer.state === "signed") return;
      if (body.signer.state === "signing") await wait(100);
      else await this.#trySigning(path, body.consent.text, email);
    }
  }

  async #read(path: string): Promise<void> {
    await this.#ask("GET", path.replace(/\/signers\/.*$/, ""));
    for (;;) {
      const { body } = await this.#ask<DocumentLinksView>("GET", `${path}/pdf-url`);
      const answers = await Promise.all(
        body.documents.map(({ url }) => this.#ask("GET", url.slice(new URL(url).origin.length))),
      );
      if (answers.every(({ status }) => status === 200)) return;
    }
  }

  async #create(content: string): Promise<OrderView> {
    const order = {
      title: "Agreement",
      external_id: this.externalId,
      documents: [{ name: "agreement.pdf", content }],
      signers: Array.from({ length: this.signers }, (_, index) => ({
        given_name: "Ada",
        surname: "Lovelace",
        email: `${this.externalId}-${index}@example.org`,
        group: index + 1,
        placements: [{ page: 1, x: 60, y: 600 + 40 * (index % 5), appearance }],
      })),
      ...this.further,
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

  async #trySigning(path: string, consentText: string, email: string): Promise<void> {
    await this.#ask("POST", `${path}/send-otp`, {});
    const otp = await this.#newCode(email);
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
  async #newCode(email: string): Promise<string | null> {
    const { body } = await this.#ask<{ data: { text: string }[] }>("GET", `/dev/outbox.json?to=${email}`);
    const code =
      body.data.map(({ text }) => /\b\d{6}\b/.exec(text)?.[0]).find((found) => found !== undefined) ?? null;
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
        const isJson = /[/+]json\b/.test(response.headers.get("Content-Type") ?? "");
        if (response.status < 500) {
          return { status: response.status, body: (isJson ? JSON.parse(text) : text) as T };
        }
      } catch (error) {
        // By its name: what fetch throws is of another realm than the tests.
        if ((error as Error).name !== "TypeError") throw error;
      }
      await wait(50);
    }
  }
}
