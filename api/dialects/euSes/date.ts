/** A time as this dialect writes it: `2026-11-22 18:30:00.000+00:00`. */
export function euSesDate(time: Date): string {
  return time.toISOString().replace("T", " ").replace("Z", "+00:00");
}
