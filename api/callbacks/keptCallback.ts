import type { Platform } from "../platform.js";
import { noHeaders } from "../webhooks/endpoints/sealedHeaders.js";
import type { NewCallback } from "./newCallback.js";

/** A callback that a template or a list of orders keeps for orders to come, as JSON: what is secret in it is sealed. */
export interface KeptCallback extends Omit<NewCallback, "own" | "custom"> {
  readonly headerNames: readonly string[];
  readonly username: string | null;
  readonly hasCustom: boolean;
  /** Base64; null: there is nothing secret. */
  readonly secret: string | null;
}

type Secret = Pick<NewCallback, "own" | "custom">;

/** @param keeper UUID of the template or the list; what is sealed opens for no other */
export function keepCallback(
  { secretBox }: Pick<Platform, "secretBox">,
  keeper: string,
  { own, custom, ...open }: NewCallback,
): KeptCallback {
  const headerNames = Object.keys(own.headers);
  const isPlain = headerNames.length === 0 && own.basicAuth === null && custom === null;
  const secret: Secret = { own, custom };
  return {
    ...open,
    headerNames,
    username: own.basicAuth?.username ?? null,
    hasCustom: custom !== null,
    secret: isPlain
      ? null
      : Buffer.from(secretBox.seal(Buffer.from(JSON.stringify(secret), "utf8"), context(keeper))).toString(
          "base64",
        ),
  };
}

export function openKeptCallback(
  { secretBox }: Pick<Platform, "secretBox">,
  keeper: string,
  { headerNames: _, username: __, hasCustom: ___, secret, ...open }: KeptCallback,
): NewCallback {
  if (secret === null) return { ...open, own: noHeaders, custom: null };
  const opened = secretBox.open(Buffer.from(secret, "base64"), context(keeper));
  return { ...open, ...(JSON.parse(Buffer.from(opened).toString("utf8")) as Secret) };
}

function context(keeper: string): string {
  return `kept callback ${keeper}`;
}
