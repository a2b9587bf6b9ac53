import type { Letter } from "../../api/messages/letter.js";
import {
  disabledLetter,
  failingLetter,
  type NoticeOccasion,
} from "../../api/webhooks/notices/noticeLetters.js";

export const failingSince = new Date("2026-12-01T16:30:00Z");
export const disabledAt = new Date("2026-12-06T16:30:00Z");

/** Who is written to about which endpoint, unless told otherwise. */
export function noticeOccasion(more: Partial<NoticeOccasion> = {}): NoticeOccasion {
  return {
    mode: "live",
    language: "en",
    timeZone: "Europe/Paris",
    sender: "Immobilière du Lac",
    answers: false,
    endpoint: {
      description: "Rental files",
      url: "https://rentals.example.com:8443/hooks/s3cr3t?token=s3cr3t",
      resource: "https://sign.example.com/v1/webhook-endpoints/whe_01kcq7a3x0e5tbe2rr3qj0w8ma",
    },
    ...more,
  };
}

/** A notice of every kind to one reader, by the kind's name. */
export function sampleNotices(more: Partial<NoticeOccasion> = {}): Readonly<Record<string, Letter>> {
  const occasion = noticeOccasion(more);
  const last = { status: 503, error: null };
  const until = disabledAt;
  const waiting = { count: 1000, orMore: true };
  return {
    endpointFailing: failingLetter(occasion, { since: failingSince, until, last, waiting }),
    endpointDisabled: disabledLetter(occasion, {
      reason: "failing",
      at: disabledAt,
      since: failingSince,
      last: { status: null, error: "tls_failed" },
    }),
    endpointGone: disabledLetter(occasion, { reason: "gone", at: disabledAt, since: null, last: null }),
  };
}
