import type { Json } from "../../../engine/hashchain/canonicalJson.js";
import type { ActorKind } from "./entry.js";
import { ada, apiKey } from "./exampleValues.js";
import type { JsonSchema } from "./jsonSchema.js";
import { id, record, word } from "./schemas.js";

const ids: Readonly<Record<ActorKind, JsonSchema>> = {
  api_key: id("key"),
  signer: id("sgr"),
  system: { type: "null" },
};
const exampleIds: Readonly<Record<ActorKind, string | null>> = { api_key: apiKey, signer: ada, system: null };

/** Who caused something, as one of these. */
export function actorOf(kinds: readonly ActorKind[]): JsonSchema {
  const forms = kinds.map((kind) => record({ kind: word([kind]), id: ids[kind] }));
  return forms.length === 1 ? forms[0]! : { anyOf: forms };
}

export function exampleActor(kind: ActorKind): Readonly<Record<string, Json>> {
  return { kind, id: exampleIds[kind] };
}

/** The API key by which a tenant changed something that is of no order. */
export const actor = actorOf(["api_key"]);
export const actorExample = exampleActor("api_key");
