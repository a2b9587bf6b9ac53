import type { Platform } from "../../platform.js";
import { openBytes } from "./openedSecrets.js";
import { publicKeyText, secretText } from "./secretText.js";
import { hmacKeyBytes } from "./signingSecret.js";
import type { SecretRow } from "./signingSecrets.js";

/** What requests are signed with, as the API shows it to whoever may. */
export interface WebhookSecretView {
  object: "webhook_secret";
  /**
   * Secret of the `v1` signatures (HMAC-SHA-256); whoever has it can sign as we do.
   * @example "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDazfIJoYWSRk="
   */
  secret: string;
  /**
   * Public key of the `v1a` signatures (Ed25519).
   * @example "whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
   */
  public_key: string;
  created_at: string;
  /** Those before it that sign as well, the newest first. */
  older: OlderSecretView[];
}

export interface OlderSecretView {
  public_key: string;
  created_at: string;
  /** Until when. */
  signs_until: string;
}

/** @param rows what signs now, the newest first */
export function presentSecret(
  platform: Pick<Platform, "secretBox">,
  rows: readonly SecretRow[],
): WebhookSecretView {
  const [newest, ...older] = rows;
  if (newest === undefined || newest.expiresAt !== null) throw new Error("There is no newest secret.");
  return {
    object: "webhook_secret",
    ...shownSecret(platform, newest),
    created_at: newest.createdAt.toISOString(),
    older: older.map(({ publicKey, createdAt, expiresAt }) => ({
      public_key: publicKeyText(publicKey),
      created_at: createdAt.toISOString(),
      signs_until: expiresAt!.toISOString(),
    })),
  };
}

/** A secret in clear, with its public key. */
export function shownSecret(
  platform: Pick<Platform, "secretBox">,
  row: SecretRow,
): Pick<WebhookSecretView, "secret" | "public_key"> {
  const bytes = openBytes(platform, row);
  const secret = secretText(bytes.subarray(0, hmacKeyBytes));
  bytes.fill(0);
  return { secret, public_key: publicKeyText(row.publicKey) };
}
