const hourMs = 3_600_000;

/** The beginning of the hour (UTC) that a time is in: a log gets one checkpoint in it. */
export function hourOf(time: Date): Date {
  return new Date(Math.floor(time.getTime() / hourMs) * hourMs);
}

/** The beginning of the hour after. */
export function nextHour(time: Date): Date {
  return new Date(hourOf(time).getTime() + hourMs);
}
