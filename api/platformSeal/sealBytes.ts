import type { CadesLevel } from "../../engine/cades/level.js";
import { signDetached } from "../../engine/cades/signDetached.js";
import type { Mode } from "../apiKeys/caller.js";
import type { Platform } from "../platform.js";

type Needs = Pick<Platform, "platformSeal" | "timestampAuthority" | "validationData" | "clock">;

/**
 * Signs bytes with the platform's electronic seal: a detached CAdES baseline signature (EN 319 122-1), over a checkpoint
 * or a receipt.
 * @param settle true to take a lower level now where another authority's validation data cannot be fetched: the
 *   signature is then of B-T and has what there is; false for whoever can try again
 * @returns ContentInfo DER, the `.p7s` file
 * @throws EngineError `validation_data_missing` unless `settle`, and those of signDetached; TimestampError
 */
export async function sealBytes(
  platform: Needs,
  mode: Mode,
  bytes: Uint8Array,
  level: CadesLevel,
  settle = true,
): Promise<Uint8Array> {
  const { certificates, sign } = platform.platformSeal[mode];
  const { known, remote } = platform.validationData[mode];
  const authority = platform.timestampAuthority[mode];
  return signDetached(bytes, {
    certificates,
    sign,
    signingTime: platform.clock.now(),
    level,
    timestamp: (digest) => authority.timestamp(digest),
    timestampVerified: true,
    allowMissing: settle,
    ...(level === "B-LT" && { known: await known() }),
    ...(remote && { revocation: remote }),
  });
}
