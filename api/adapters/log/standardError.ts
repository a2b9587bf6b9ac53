import pino, { type DestinationStream } from "pino";

/** Milliseconds that a line of everyday's business waits for others to be written with it, and bytes until it does. */
const patience = 100;
const mostWaiting = 4096;
const warning = 40;

/**
 * Standard error as the place of a log. A write for each line would cost a request more than anything else that is
 * done for its line. Warnings and errors are written at once, and with them all that came before; so is the rest when
 * the process exits. Only a process that is killed outright takes the last lines of its everyday with it.
 */
export function standardError(): DestinationStream {
  const lines = pino.destination({
    dest: 2,
    sync: true,
    minLength: mostWaiting,
    periodicFlush: patience,
  });
  process.once("exit", () => lines.flushSync());
  return {
    // pino tells destinations that have this mark what level each line is of.
    [Symbol.for("pino.metadata")]: true,
    lastLevel: 0,
    write(line: string) {
      lines.write(line);
      if (this.lastLevel >= warning) lines.flushSync();
    },
  } as DestinationStream & { readonly lastLevel: number };
}
