import type { PdfString } from "./objects.js";

const form = /^(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([Zz+-])(?:(\d\d)'?(?:(\d\d)'?)?)?)?/;

/**
 * The time that a date says (ISO 32000-2 7.9.4): `D:20260131235959+01'00'`. What is left out is the first there is, and
 * a time without a zone is taken for UTC.
 * @returns null for what is none
 */
export function readPdfDate({ bytes }: PdfString): Date | null {
  const parts = form.exec(Buffer.from(bytes.subarray(0, 40)).toString("latin1"));
  if (parts === null) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map((part) => (part === undefined ? undefined : Number(part)));
  const time = Date.UTC(year, month - 1, day, hour, minute, second);
  const away = (Number(parts[8] ?? 0) * 60 + Number(parts[9] ?? 0)) * 60_000;
  const date = new Date(parts[7] === "+" ? time - away : parts[7] === "-" ? time + away : time);
  return Number.isNaN(date.getTime()) ? null : date;
}
