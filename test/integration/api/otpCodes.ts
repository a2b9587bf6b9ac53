import { systemRandom } from "../../../api/adapters/random/system.js";
import type { OrderView } from "../../../api/orders/orderViews.js";
import type { Random } from "../../../api/ports/random.js";
import type { Answer } from "../../support/apiClient.js";
import type { OrderDesk } from "../../support/orderDesk.js";
import type { SignerBrowser } from "../../support/signingFlow.js";

export interface VerifyAnswer {
  readonly code?: string;
  readonly remainingAttempts?: number;
  readonly sessionToken?: string;
}

export function send(browser: SignerBrowser): Promise<Answer<Record<string, unknown>>> {
  return browser.client.post(`${browser.path}/send-otp`);
}

export function verify(browser: SignerBrowser, otp: string): Promise<Answer<VerifyAnswer>> {
  return browser.client.post<VerifyAnswer>(`${browser.path}/verify-otp`, { otp });
}

/** Randomness that draws these codes. */
export function drawing(...codes: number[]): Random {
  return { ...systemRandom, integer: () => codes.shift()! };
}

/** An order for one signer, who has been sent this code. */
export async function orderWithCode(
  desk: OrderDesk,
  drawn: number,
): Promise<{ order: OrderView; browser: SignerBrowser; code: string }> {
  const order = await desk.order();
  const browser = desk.browser(order);
  const code = await desk.replacing({ random: drawing(drawn) }, () => browser.receiveCode());
  return { order, browser, code };
}
