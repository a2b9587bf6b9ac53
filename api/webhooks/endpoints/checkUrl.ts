import type { Mode } from "../../apiKeys/caller.js";
import { Failure } from "../../failure/failure.js";
import type { Platform } from "../../platform.js";
import { OutboundError } from "../../ports/outboundHttp.js";

/**
 * Checks where a caller wants to be told: an absolute URL of at most 2,048 characters, without user, password and
 * fragment, https (in test mode also http), and no address that we do not dial for strangers. Every connection is
 * judged again when it is made. It may ask the DNS: not for use inside a transaction.
 * @param param the URL's name in the request
 * @throws Failure `field_invalid`, which repeats nothing of the URL
 */
export async function checkUrl(
  { outboundHttp }: Pick<Platform, "outboundHttp">,
  mode: Mode,
  url: string,
  param: string,
): Promise<void> {
  try {
    await outboundHttp.check(url, { allowHttp: mode === "test" });
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    throw new Failure("field_invalid", `${param}: ${error.message}`, { param, cause: error });
  }
}
