const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const month = `(?<month>${months.join("|")})`;
const time = "(?<hour>\\d{2}):(?<minute>\\d{2}):(?<second>\\d{2})";

/** The form that is sent today, and the two obsolete ones that a recipient has to understand. */
const forms = [
  new RegExp(`^[A-Z][a-z]{2}, (?<day>\\d{2}) ${month} (?<year>\\d{4}) ${time} GMT$`),
  new RegExp(`^[A-Z][a-z]{5,8}, (?<day>\\d{2})-${month}-(?<year>\\d{2}) ${time} GMT$`),
  new RegExp(`^[A-Z][a-z]{2} ${month} (?<day>[ \\d]\\d) ${time} (?<year>\\d{4})$`),
];

/**
 * Reads a date of HTTP (RFC 9110 5.6.7).
 * @param now a year of two digits is not more than fifty years after it
 * @returns null where it is none
 */
export function readHttpDate(text: string, now: Date): Date | null {
  for (const form of forms) {
    const parts = form.exec(text)?.groups;
    if (parts) return dateOf(parts, now);
  }
  return null;
}

function dateOf(parts: Record<string, string>, now: Date): Date | null {
  const [day, hour, minute, second] = ["day", "hour", "minute", "second"].map((part) => Number(parts[part]));
  let year = Number(parts["year"]);
  if (parts["year"]!.length === 2) {
    const thisYear = now.getUTCFullYear();
    year += Math.floor(thisYear / 100) * 100;
    if (year > thisYear + 50) year -= 100;
  }
  const date = new Date(
    Date.UTC(year, months.indexOf(parts["month"]!), day, hour!, minute!, Math.min(second!, 59)),
  );
  // What overflows (30 Feb, 25:00) became another day or hour, and is no date.
  const isDate = date.getUTCDate() === day && date.getUTCHours() === hour && date.getUTCMinutes() === minute;
  return isDate ? date : null;
}
