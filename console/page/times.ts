import { element } from "../../widget/hostedPage/element.js";

const days = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });
const moments = new Intl.DateTimeFormat("en-GB", {
  ...{ day: "numeric", month: "short", year: "numeric" },
  ...{ hour: "2-digit", minute: "2-digit" },
});

/** A day as people read it. @param time ISO 8601 */
export function day(time: string): HTMLElement {
  return element("time", { datetime: time }, days.format(new Date(time)));
}

/** A day with its minute. @param time ISO 8601 */
export function moment(time: string): HTMLElement {
  return element("time", { datetime: time }, moments.format(new Date(time)));
}

/** Whole days from now until then, none where it is over. @param time ISO 8601 */
export function daysUntil(time: string): number {
  return Math.max(0, Math.floor((Date.parse(time) - Date.now()) / 86_400_000));
}
