import { utcDay, utcTime } from "../papers/times.js";

/** A point in time as this language writes it, and as a machine reads it. @param iso ISO 8601 @returns HTML */
export function timeIn(iso: string, language: string): string {
  return `<time datetime="${iso}">${utcTime(iso, language)}</time>`;
}

/** A day as this language writes it. @param iso ISO 8601 @returns HTML */
export function dayIn(iso: string, language: string): string {
  return `<time datetime="${iso}">${utcDay(iso, language)}</time>`;
}
