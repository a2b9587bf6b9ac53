import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { OrderDesk } from "../support/orderDesk.js";
import { desk as deskSize, type WatchedPage, watchedPage } from "./browser.js";

/** What a tenant's staff do in the console, in the words of its page. */
export class ConsoleVisit {
  private constructor(private readonly watched: WatchedPage) {}

  static async open(
    browser: Browser,
    desk: OrderDesk,
    device: BrowserContextOptions = deskSize,
  ): Promise<ConsoleVisit> {
    const watched = await watchedPage(browser, device);
    await watched.page.goto(`${desk.service.baseUrl}/console/certificates`);
    return new ConsoleVisit(watched);
  }

  get page(): Page {
    return this.watched.page;
  }

  get complaints(): readonly string[] {
    return this.watched.complaints;
  }

  async submitKey(apiKey: string): Promise<void> {
    await this.page.getByLabel("API key", { exact: true }).fill(apiKey);
    await this.press("Open");
  }

  /** Opens the page with a key that is good. */
  async unlock(apiKey: string): Promise<void> {
    await this.submitKey(apiKey);
    await this.heading("Certificates");
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole("button", { name, exact: true }).click();
  }

  heading(name: string): Promise<void> {
    return this.page.getByRole("heading", { name, exact: true }).waitFor();
  }

  close(): Promise<void> {
    return this.watched.close();
  }
}
