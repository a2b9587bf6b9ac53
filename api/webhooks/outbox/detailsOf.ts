import type { Json } from "../../../engine/hashchain/canonicalJson.js";
import type { EventType } from "../../audit/eventTypes.js";

type Data = Readonly<Record<string, Json>>;

/**
 * What is told of a line's data: all of it, but for the digest of what a signer filled in. Threat: such values are short
 * and few (a day of birth, a tick), so that whoever has their hash finds them by trying; and what stands on somebody
 * else's server is reached by no erasure.
 */
export function detailsOf(type: EventType, data: Data): Data {
  if (type !== "fields.filled") return data;
  const { digest: _, ...told } = data;
  return told;
}
