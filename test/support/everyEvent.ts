import type { ToldEvent } from "./eventChain.js";
import { aftermath } from "./toldEvents/aftermath.js";
import { contract, key } from "./toldEvents/cast.js";
import { preparation } from "./toldEvents/preparation.js";
import { signing } from "./toldEvents/signing.js";

/** Every type of event that there is, each with everything that the service says in it. */
export const everyEvent: readonly ToldEvent[] = [...preparation, ...signing, ...aftermath];

/** Events that end an order otherwise: an order has one end. */
export const otherEnds: readonly ToldEvent[] = [
  { type: "order.refused" },
  { type: "order.cancelled", actor: key, data: { reason: "The landlord withdrew" } },
  { type: "order.expired" },
  { type: "order.failed", data: { cause: "A stored document is gone.", document: contract } },
];
