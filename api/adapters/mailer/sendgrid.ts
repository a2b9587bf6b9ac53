import sendgrid from "@sendgrid/mail";
import { DeliveryError } from "../../ports/delivery.js";
import type { Mailer } from "../../ports/mailer.js";
import { refuseUnlessBareAddress } from "../delivery/bareAddress.js";
import { providerWords } from "../delivery/providerWords.js";

export interface SendgridOptions {
  /** Begins with `SG.`. */
  readonly apiKey: string;
  /** `https://api.sendgrid.com/` when absent; `https://api.eu.sendgrid.com/` for accounts kept in the EU. */
  readonly baseUrl?: string;
  /** Milliseconds for a whole request; 10,000 when absent. */
  readonly timeoutMs?: number;
}

/** What the package has beside what its types say: its class, and the client in it whose requests can be set up. */
interface Package {
  readonly MailService: new () => typeof sendgrid & {
    readonly client: { setDefaultRequest(name: string, value: unknown): void };
  };
}
const { MailService } = sendgrid as unknown as Package;

/**
 * A mailer that hands each message to SendGrid's v3 Mail Send.
 * @throws Error when the API key cannot be one
 */
export function sendgridMailer(options: SendgridOptions): Mailer {
  if (!options.apiKey.startsWith("SG.")) throw new Error("A SendGrid API key begins with SG.");
  const service = new MailService();
  service.setApiKey(options.apiKey);
  service.setTimeout(options.timeoutMs ?? 10_000);
  if (options.baseUrl !== undefined) service.client.setDefaultRequest("baseUrl", options.baseUrl);
  service.client.setDefaultRequest("maxRedirects", 0);
  service.client.setDefaultRequest("maxContentLength", 65_536);

  return {
    async send({ id, to, from, replyTo, subject, text, html, attachments = [], reference }) {
      refuseUnlessBareAddress(to);
      if (replyTo !== undefined) refuseUnlessBareAddress(replyTo);
      try {
        const [response] = await service.send({
          to: { email: to },
          from: mailboxOf(from),
          ...(replyTo !== undefined && { replyTo: { email: replyTo } }),
          subject,
          text,
          html,
          // Its HTTP client takes an empty list for a fault.
          ...(attachments.length > 0 && {
            attachments: attachments.map(({ name, contentType, content }) => ({
              filename: name,
              type: contentType,
              disposition: "attachment",
              content: Buffer.from(content).toString("base64"),
            })),
          }),
          customArgs: { message_id: id, ...(reference !== undefined && { reference }) },
          // Tracking would lead the signer's link through a third party, which would learn it.
          trackingSettings: {
            clickTracking: { enable: false, enableText: false },
            openTracking: { enable: false },
          },
        });
        const messageId: unknown = response.headers["x-message-id"];
        return { providerMessageId: typeof messageId === "string" ? messageId : null };
      } catch (error) {
        throw deliveryError(error as SendgridFailure);
      }
    },
  };
}

/** The package would take the quotation marks of a quoted name (RFC 5322 3.2.4) for a part of it. */
function mailboxOf(from: string): { name?: string; email: string } {
  const [, name = "", email = from] = /^\s*"?([^"<]*?)"?\s*<([^<>]+)>\s*$/.exec(from) ?? [];
  return name === "" ? { email } : { name, email };
}

/** What SendGrid answered, if it did: the package sets `code` to the status then, and else to a word. */
interface SendgridFailure extends Error {
  readonly code?: number | string;
  readonly response?: { readonly body?: unknown };
}

/** The package's and its HTTP client's errors hold the request with its API key, so none of them is passed on as a cause. */
function deliveryError({ code: status, message, response }: SendgridFailure): DeliveryError {
  if (typeof status !== "number") {
    const cause = new Error(providerWords(`${status ?? "-"}: ${message}`));
    return new DeliveryError("unavailable", "SendGrid cannot be reached.", cause);
  }
  const cause = new Error(providerWords(`HTTP ${status}: ${JSON.stringify(response?.body ?? "")}`));
  if (status === 401 || status === 403) {
    return new DeliveryError(
      "unauthorized",
      `SendGrid refuses our API key or sender (HTTP ${status}).`,
      cause,
    );
  }
  if (status >= 400 && status < 500 && status !== 408 && status !== 429) {
    return new DeliveryError(
      "rejected",
      `SendGrid refuses this message or its recipient (HTTP ${status}).`,
      cause,
    );
  }
  return new DeliveryError("unavailable", `SendGrid cannot take this message now (HTTP ${status}).`, cause);
}
