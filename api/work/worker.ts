import { AwaitedFetches } from "../awaitedDocuments/awaitedFetches.js";
import { CheckpointWatch } from "../checkpoints/dueCheckpoints.js";
import { deliverDueMessages } from "../messages/messenger.js";
import type { Platform } from "../platform.js";
import { Dispatcher } from "../webhooks/deliveries/dispatcher.js";
import { sendDueNotices } from "../webhooks/notices/sendDueNotices.js";
import { Lane } from "./lane.js";
import { sweep } from "./sweeper.js";

/**
 * Does whatever is due until it is stopped. Any number of workers may run. Messages have a lane of their own, so that
 * slow providers hold up nothing else; it is woken by each change of this process that has somebody written to. So have
 * checkpoints, because at the full hour those of all tenants are due; and notices, beside which nobody is to wait who is
 * to sign. Webhooks have lanes of their own kind, and so have documents that are fetched from strangers' servers.
 */
export class Worker {
  readonly #sweeping: Lane;
  readonly #messages: Lane;
  readonly #notices: Lane;
  readonly #checkpoints: Lane;
  readonly #webhooks: Dispatcher;
  readonly #documents: AwaitedFetches;
  #deaf: (() => void)[] = [];

  constructor(private readonly platform: Platform) {
    this.#sweeping = new Lane(() => sweep(platform), platform.log);
    this.#messages = new Lane(() => deliverDueMessages(platform), platform.log);
    this.#notices = new Lane(() => sendDueNotices(platform), platform.log);
    this.#webhooks = new Dispatcher(platform);
    this.#documents = new AwaitedFetches(platform);
    const watch = new CheckpointWatch(platform);
    this.#checkpoints = new Lane(() => watch.round(), platform.log);
  }

  start(): void {
    const { database } = this.platform;
    this.#deaf = [
      database.onAnnounced("messages", () => this.#messages.wake()),
      database.onAnnounced("signings", () => this.#sweeping.wake()),
    ];
    this.#sweeping.start();
    this.#messages.start();
    this.#notices.start();
    this.#checkpoints.start();
    this.#webhooks.start();
    this.#documents.start();
  }

  /** Resolves when the pieces of work at hand are done. */
  async stop(): Promise<void> {
    for (const end of this.#deaf) end();
    const lanes = [
      this.#sweeping,
      this.#messages,
      this.#notices,
      this.#checkpoints,
      this.#webhooks,
      this.#documents,
    ];
    await Promise.all(lanes.map((lane) => lane.stop()));
  }
}
