import { createTransport } from "nodemailer";
import { DeliveryError } from "../../ports/delivery.js";
import type { Mailer } from "../../ports/mailer.js";
import { refuseUnlessBareAddress } from "../delivery/bareAddress.js";
import { providerWords } from "../delivery/providerWords.js";
import { parseSmtpUrl } from "./smtpUrl.js";

export interface SmtpOptions {
  /** See `parseSmtpUrl`. */
  readonly url: string;
  /** Milliseconds for the connection, and for the server's greeting; 10,000 when absent. */
  readonly connectionTimeoutMs?: number;
  /** Milliseconds without a byte from the server; 20,000 when absent. */
  readonly silenceTimeoutMs?: number;
  /** Certificates (PEM) to trust instead of the well-known ones, for a server of one's own. */
  readonly trustAnchors?: string;
}

/** A mailer that keeps connections, to be closed when it is no longer used. */
export interface SmtpMailer extends Mailer {
  close(): void;
}

/**
 * A mailer that hands each message to a mail server (RFC 5321, RFC 6409), over up to five connections that it keeps.
 * The Message-ID is made from the message's id, so that a message handed over twice can be known as one.
 * @throws Error when the URL cannot be used; the sentence does not repeat it, for it holds a password
 */
export function smtpMailer(options: SmtpOptions): SmtpMailer {
  const { host, port, implicitTls, requireTls, credentials } = parseSmtpUrl(options.url);
  const { connectionTimeoutMs = 10_000, silenceTimeoutMs = 20_000, trustAnchors } = options;
  const transport = createTransport({
    pool: true,
    maxConnections: 5,
    maxMessages: 100,
    // A message whose connection broke may have arrived. Whether it is handed over again is for the caller to say.
    maxRequeues: 0,
    idleTimeout: 30_000,
    host,
    port,
    secure: implicitTls,
    requireTLS: requireTls && !implicitTls,
    ignoreTLS: !requireTls,
    ...(credentials === null ? {} : { auth: credentials }),
    tls: { minVersion: "TLSv1.2", ...(trustAnchors === undefined ? {} : { ca: trustAnchors }) },
    dnsTimeout: connectionTimeoutMs,
    connectionTimeout: connectionTimeoutMs,
    greetingTimeout: connectionTimeoutMs,
    socketTimeout: silenceTimeoutMs,
    maxResponseSize: 65_536,
    // Nothing in a message may name a file or a URL for the mailer to read.
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  return {
    async send({ id, to, from, replyTo, subject, text, html, attachments = [] }) {
      refuseUnlessBareAddress(to);
      if (replyTo !== undefined) refuseUnlessBareAddress(replyTo);
      try {
        const sent = await transport.sendMail({
          messageId: `<${encodeURIComponent(id)}@${domainOf(from)}>`,
          from,
          // A string would be read as a list of recipients.
          to: { name: "", address: to },
          ...(replyTo !== undefined && { replyTo: { name: "", address: replyTo } }),
          subject,
          text,
          html,
          attachments: attachments.map(({ name, contentType, content }) => ({
            filename: name,
            contentType,
            content: Buffer.from(content.buffer, content.byteOffset, content.byteLength),
          })),
          headers: { "Auto-Submitted": "auto-generated" },
        });
        return { providerMessageId: sent.serverMessageId ?? null };
      } catch (error) {
        throw deliveryError(error as SmtpFailure);
      }
    },
    close: () => transport.close(),
  };
}

function domainOf(mailbox: string): string {
  return /@([a-zA-Z0-9.-]+)>?\s*$/.exec(mailbox)?.[1] ?? "localhost";
}

/** What nodemailer adds to its errors. */
interface SmtpFailure extends Error {
  readonly code?: string;
  /** The server's reply code (RFC 5321 4.2), where it replied. */
  readonly responseCode?: number;
}

function deliveryError(failure: SmtpFailure): DeliveryError {
  const { code = "", responseCode } = failure;
  const reply = responseCode === undefined ? "" : ` (${responseCode})`;
  // Nodemailer's error holds the recipients and the server's text; only its words go on, without addresses.
  const cause = new Error(`${code}: ${providerWords(failure.message)}`);
  const permanent = responseCode !== undefined && responseCode >= 500;
  // 530: authentication required (RFC 4954 6); a 4xx while authenticating is the server's trouble, not ours.
  if (responseCode === 530 || (code === "EAUTH" && (responseCode === undefined || permanent))) {
    return new DeliveryError("unauthorized", `The mail server refuses our credentials${reply}.`, cause);
  }
  if (permanent || (code === "EENVELOPE" && responseCode === undefined)) {
    return new DeliveryError(
      "rejected",
      `The mail server refuses this message or its recipient${reply}.`,
      cause,
    );
  }
  return new DeliveryError("unavailable", `The mail server cannot take this message now${reply}.`, cause);
}
