import type { Outbox } from "../../api/adapters/outbox/outbox.js";
import type { OrderView } from "../../api/orders/orderViews.js";
import type { DocumentReading, ReadingView } from "../../api/proofPath/reading.js";
import type { ApprovalView } from "../../api/signers/actsController.js";
import type { DocumentLinksView, SignView, StatusView } from "../../api/signers/sessionViews.js";
import { type Answer, ApiClient } from "./apiClient.js";
import type { TestClock } from "./testClock.js";

/** A signer's browser: it has the signing link and nothing else. */
export class SignerBrowser {
  readonly client: ApiClient;
  readonly path: string;

  constructor(
    order: OrderView,
    index: number,
    private readonly outbox: Outbox,
    /** Moved while a page is read that must be; needed for such orders only. */
    private readonly clock: TestClock | null = null,
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

  /** Has a code sent, and gives it. @returns the session token */
  async prove(): Promise<string> {
    const otp = await this.receiveCode();
    const verified = await this.client.post<{ sessionToken: string }>(`${this.path}/verify-otp`, { otp });
    if (verified.status !== 200) throw new Error(`No session: ${JSON.stringify(verified.body)}`);
    return verified.body.sessionToken;
  }

  /** Is given the documents, and proves who it is. @returns the session token */
  async session(): Promise<string> {
    await this.read();
    return this.prove();
  }

  /** Opens the link and is given each document. */
  async read(): Promise<void> {
    await this.open();
    const links = await this.client.get<DocumentLinksView>(`${this.path}/pdf-url`);
    if (links.status !== 200) throw new Error(`No documents: ${JSON.stringify(links.body)}`);
    for (const { url } of links.body.documents) {
      const { ok, status } = await fetch(url);
      if (!ok) throw new Error(`No document: ${status}`);
    }
  }

  /** Reads each page of each document to its end, with the tickets of an order that must be read. */
  async readPages(): Promise<void> {
    const { documents } = (await this.client.get<ReadingView>(`${this.path}/reading`)).body;
    for (const document of documents) {
      for (let { next } = document; next !== null; ) {
        this.clock?.advance(0.3);
        const shown = await this.showPages(document.document_id, [{ page: next.page, ticket: next.ticket }]);
        if (shown.status !== 200) throw new Error(`Page not shown: ${JSON.stringify(shown.body)}`);
        next = shown.body.next;
      }
    }
  }

  showPages(document_id: string, pages: readonly object[]): Promise<Answer<DocumentReading>> {
    return this.client.post<DocumentReading>(`${this.path}/pages-shown`, { document_id, pages });
  }

  /** Agrees to every clause, the order's consent text among them. */
  async agree(): Promise<void> {
    const clauses = (await this.status()).clauses.map(({ position, text }) => ({ position, text }));
    const given = await this.client.post(`${this.path}/consents`, { clauses });
    if (given.status !== 200) throw new Error(`Not agreed: ${JSON.stringify(given.body)}`);
  }

  /** The whole road: read, consent, code, sign. */
  async sign(extra: object = {}): Promise<Answer<SignView>> {
    await this.read();
    return this.signWhatWasRead(extra);
  }

  /** As `sign`, for documents that were handed out before. */
  async signWhatWasRead(extra: object = {}): Promise<Answer<SignView>> {
    const { consent, clauses, must_read } = await this.status();
    if (must_read) await this.readPages();
    if (clauses.length > 1) await this.agree();
    const token = await this.prove();
    return this.client.post<SignView>(
      `${this.path}/sign`,
      { consentText: consent.text, ...extra },
      { Authorization: `Bearer ${token}` },
    );
  }

  /** The same road for an approver. */
  async approve(): Promise<Answer<ApprovalView>> {
    await this.read();
    const { consent } = await this.status();
    const headers = { Authorization: `Bearer ${await this.session()}` };
    return this.client.post<ApprovalView>(`${this.path}/approve`, { consentText: consent.text }, headers);
  }
}
