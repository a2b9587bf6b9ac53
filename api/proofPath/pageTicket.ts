import { timingSafeEqual } from "node:crypto";
import { Failure } from "../failure/failure.js";
import type { Platform } from "../platform.js";

/**
 * How long a page stands before it can have been shown to its end, in milliseconds. Short enough that nobody who reads
 * ever meets it, title pages and blank backs included; long enough that a program which only wants the tickets has to
 * wait for each page of a long contract. It proves that the page could be seen, not that it was understood.
 */
const minimumReadingMs = 300;

const timeBytes = 6;

/** A page of a document that a signer must be shown. */
export interface TicketedPage {
  readonly signerId: string;
  /** Counts the signer's links: a ticket ends with the link that it was given to. */
  readonly linkVersion: number;
  readonly documentId: string;
  /** Counted from 1. */
  readonly page: number;
}

/**
 * Makes the ticket with which a page is handed in: when it was issued, and a MAC over that, signer, document and page.
 * @returns 51 characters of base64url
 */
export function issueTicket(platform: Pick<Platform, "secretBox">, page: TicketedPage, now: Date): string {
  const time = Buffer.alloc(timeBytes);
  time.writeUIntBE(now.getTime(), 0, timeBytes);
  return Buffer.concat([time, macOf(platform, page, time)]).toString("base64url");
}

/** From when on a ticket can be handed in. */
export function notBefore(issuedAt: Date): Date {
  return new Date(issuedAt.getTime() + minimumReadingMs);
}

/**
 * Reads a ticket.
 * @param param the request's name of it
 * @returns when it was issued
 * @throws Failure `page_ticket_invalid` for one that was not made for this page and signer, `page_too_soon`
 */
export function requireTicket(
  platform: Pick<Platform, "secretBox">,
  page: TicketedPage,
  ticket: string | undefined,
  now: Date,
  param: string,
): Date {
  const bytes = Buffer.from(ticket ?? "", "base64url");
  const time = bytes.subarray(0, timeBytes);
  const expected = macOf(platform, page, time);
  const given = bytes.subarray(timeBytes);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new Failure(
      "page_ticket_invalid",
      `${param} must be the ticket that was given for page ${page.page}; GET reading gives it.`,
      { param },
    );
  }
  const issuedAt = new Date(time.readUIntBE(0, timeBytes));
  if (now < notBefore(issuedAt)) {
    throw new Failure(
      "page_too_soon",
      `Page ${page.page} cannot have been shown to its end ${minimumReadingMs} milliseconds after it was begun.`,
      { param, extensions: { not_before: notBefore(issuedAt).toISOString(), retry_after: 1 } },
    );
  }
  return issuedAt;
}

function macOf(platform: Pick<Platform, "secretBox">, page: TicketedPage, time: Uint8Array): Buffer {
  const { signerId, linkVersion, documentId } = page;
  const message = Buffer.concat([
    Buffer.from(`${signerId}/${linkVersion}\n${documentId}\n${page.page}\n`, "utf8"),
    time,
  ]);
  return Buffer.from(platform.secretBox.mac(message, "page ticket"));
}
