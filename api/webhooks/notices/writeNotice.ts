import { publicId } from "../../ids/id.js";
import { emailOf } from "../../messages/envelope.js";
import type { Letter } from "../../messages/letter.js";
import type { Platform } from "../../platform.js";
import type { Email } from "../../ports/mailer.js";
import type { Notice } from "./notice.js";
import { countedWaiting, type NoticeCircumstances } from "./noticeCircumstances.js";
import { disabledLetter, failingLetter, type NoticeOccasion } from "./noticeLetters.js";

/**
 * Writes a notice as things stand now.
 * @returns null when there is no reason for it any more
 */
export function writeNotice(
  platform: Pick<Platform, "mailFrom" | "publicUrl">,
  circumstances: NoticeCircumstances,
  notice: Notice,
): Email | null {
  const letter = letterOf(platform, circumstances, notice);
  if (letter === null) return null;
  const { sender, branding } = circumstances;
  return emailOf(letter, {
    id: notice.id,
    to: notice.recipient,
    mailFrom: platform.mailFrom,
    senderName: senderName(circumstances),
    sender,
    branding,
    logo: branding.logo ?? null,
  });
}

/** Endpoints recover, and are enabled, paused and deleted while their notices wait. */
function letterOf(
  { publicUrl }: Pick<Platform, "publicUrl">,
  circumstances: NoticeCircumstances,
  notice: Notice,
): Letter | null {
  const { endpoint, sender, waiting } = circumstances;
  if (endpoint.deletedAt !== null) return null;
  const occasion: NoticeOccasion = {
    mode: notice.mode,
    language: notice.language,
    timeZone: sender.time_zone ?? "UTC",
    sender: senderName(circumstances),
    answers: sender.reply_to !== undefined,
    endpoint: {
      description: endpoint.description,
      url: endpoint.url,
      resource: `${publicUrl}/v1/webhook-endpoints/${publicId("whe", endpoint.id)}`,
    },
  };
  if (notice.kind === "endpoint_failing") {
    const { facts } = notice;
    const { state, failingSince } = endpoint;
    if (state !== "enabled" || failingSince === null || failingSince > facts.since) return null;
    const count = Math.min(waiting, countedWaiting);
    return failingLetter(occasion, { ...facts, waiting: { count, orMore: waiting > count } });
  }
  const { disabledReason: reason, disabledAt: at } = endpoint;
  return reason === null || at === null ? null : disabledLetter(occasion, { ...notice.facts, reason, at });
}

function senderName({ sender, tenantName }: NoticeCircumstances): string {
  return sender.name ?? tenantName;
}
