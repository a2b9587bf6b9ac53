import pino, { type DestinationStream } from "pino";
import type { Log } from "../../ports/log.js";
import { loggableError } from "./loggableError.js";

/** Fields that no line should ever be given; taken out by name should it happen. */
const neverShown = ["otp", "code_text", "authorization", "password", "to", "email", "phone", "token"];

/**
 * A log of JSON lines.
 * @param level the least that is written: `debug`, `info`, `warn`, `error`
 */
export function jsonLog(level: string, destination: DestinationStream): Log {
  return pino(
    {
      level,
      serializers: { error: loggableError },
      redact: {
        paths: neverShown.flatMap((name) => [name, `*.${name}`]),
        censor: "[taken out]",
      },
    },
    destination,
  );
}
