import { remoteDocuments } from "../../api/adapters/remoteDocuments/fetch.js";
import { AwaitedFetches } from "../../api/awaitedDocuments/awaitedFetches.js";
import { sampleContract } from "../../api/demo/sampleContract.js";
import type { OrderView } from "../../api/orders/orderViews.js";
import type { Platform } from "../../api/platform.js";
import { DocumentServer } from "./documentServer.js";
import { ada, OrderDesk } from "./orderDesk.js";
import type { TestServiceOptions } from "./service.js";

/** Somebody who gives orders whose documents lie elsewhere, and where they lie. */
export class AwaitingDesk {
  private constructor(
    readonly desk: OrderDesk,
    readonly elsewhere: DocumentServer,
    /** A PDF. */
    readonly pdf: Buffer,
  ) {}

  /** @param timeoutMs how long a fetch may take */
  static async open(options: TestServiceOptions & { timeoutMs?: number } = {}): Promise<AwaitingDesk> {
    const desk = await OrderDesk.open(options);
    const { platform } = desk.service;
    const { timeoutMs = 5000 } = options;
    Object.assign(platform, {
      remoteDocuments: remoteDocuments(platform.outboundHttp, { allowHttp: true, timeoutMs }),
    } satisfies Partial<Platform>);
    return new AwaitingDesk(desk, await DocumentServer.start(), Buffer.from(await sampleContract()));
  }

  /** An order with documents at these paths of the server. */
  order(paths: readonly string[], more: object = {}): Promise<OrderView> {
    const documents = paths.map((path) => ({ name: `${path.slice(1)}.pdf`, url: this.elsewhere.url(path) }));
    return this.desk.client.createOrder({
      title: "Agreement",
      fetch_later: true,
      documents,
      signers: [ada],
      ...more,
    });
  }

  /** Fetches all that is due now. */
  fetch(platform: Platform = this.desk.service.platform): Promise<void> {
    return new AwaitedFetches(platform).settle();
  }

  async close(): Promise<void> {
    await this.desk.close();
    await this.elsewhere.stop();
  }
}
