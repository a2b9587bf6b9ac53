import type { EventReading } from "./eventReading.js";
import type { TrailDraft } from "./trailDraft.js";
import type { TrailSigner } from "./trailSigner.js";

/** What a sentence about an event says, by the name of its place in the sentence. */
export type About = Readonly<Record<string, string | number | null>>;

/** Puts what an event of the order says where it belongs. */
export type OrderReader = (draft: TrailDraft, event: EventReading) => About;

/** The same, for an event that concerns a signer. */
export type SignerReader = (draft: TrailDraft, event: EventReading, signer: TrailSigner) => About;

/** Of an event about which there is no more to say than what it is. */
export const nothing: About = {};
