import type { Page } from "playwright-core";

/** What a signer does on the page, in the words of the page. */
export class SignerHand {
  constructor(readonly page: Page) {}

  /** Opens the link and waits until the first page of the document can be seen. */
  async open(link: string): Promise<void> {
    await this.page.goto(link);
    await this.page.locator(".sheet-canvas").first().waitFor();
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole("button", { name, exact: typeof name === "string" }).click();
  }

  heading(name: string): Promise<void> {
    return this.page.getByRole("heading", { name, exact: true }).waitFor();
  }

  async toConsent(link: string): Promise<void> {
    await this.open(link);
    await this.press("Continue to sign");
    await this.heading("Agree to sign electronically");
  }

  async toSignature(link: string): Promise<void> {
    await this.toConsent(link);
    await this.page.getByRole("checkbox").check();
    await this.press("Continue");
    await this.heading("Your signature");
  }

  async toCode(link: string): Promise<void> {
    await this.toSignature(link);
    await this.press("Send me the code");
    await this.heading("Enter the code");
  }

  async enterCode(code: string): Promise<void> {
    await this.page.getByLabel("6-digit code").fill(code);
    await this.press("Confirm the code");
  }

  /** @param code gives the code that was sent */
  async toSign(link: string, code: () => Promise<string>): Promise<void> {
    await this.toCode(link);
    await this.enterCode(await code());
    await this.heading("Check and sign");
  }

  /** Draws a wavy line across the box. */
  async draw(): Promise<void> {
    await this.page.getByText("Draw it").click();
    const box = await this.page.getByRole("img", { name: "Box for your signature" }).boundingBox();
    if (box === null) throw new Error("There is no box to draw in");
    const at = (part: number): [number, number] => [
      box.x + box.width * (0.2 + 0.6 * part),
      box.y + box.height * (0.5 + 0.2 * Math.sin(part * 12)),
    ];
    await this.page.mouse.move(...at(0));
    await this.page.mouse.down();
    for (let step = 1; step <= 30; step += 1) await this.page.mouse.move(...at(step / 30));
    await this.page.mouse.up();
  }
}
