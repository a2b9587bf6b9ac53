import { EngineError } from "../../engine/error.js";
import { extend } from "../../engine/pades/extend.js";
import type { PadesLevel } from "../../engine/pades/level.js";
import { levelsOf } from "../../engine/pades/levelsOf.js";
import { sign } from "../../engine/pades/sign.js";
import type { SignOptions } from "../../engine/pades/signDocument.js";
import type { Mode } from "../apiKeys/caller.js";
import type { Platform } from "../platform.js";

/** A paper of ours with our electronic seal. */
export interface SealedPaper {
  readonly bytes: Uint8Array;
  readonly level: PadesLevel;
}

export type SealNeeds = Pick<Platform, "platformSeal" | "timestampAuthority" | "validationData" | "clock">;

/**
 * Seals what the service says itself, with its electronic seal at PAdES B-LTA (EN 319 142-1 clause 6). The seal is not
 * drawn: a reader shows it, and a picture of it proves nothing. Where the validation data of another authority's
 * time-stamps cannot be had it is the level that can be, and the paper is there all the same.
 * @param pdf unsigned
 * @throws EngineError as `sign`; TimestampError
 */
export async function sealPaper(platform: SealNeeds, mode: Mode, pdf: Uint8Array): Promise<SealedPaper> {
  const { certificates, sign: signMessage } = platform.platformSeal[mode];
  const authority = platform.timestampAuthority[mode];
  const { known, remote } = platform.validationData[mode];
  const data = await known();
  const options = {
    ...data,
    certificates,
    sign: signMessage,
    timestamp: (digest) => authority.timestamp(digest),
    timestampVerified: true,
    timestampTokenBytes: authority.maxTokenBytes,
    signingDate: platform.clock.now(),
    ...(remote && { revocation: remote }),
  } satisfies SignOptions;
  try {
    return { bytes: await sign(pdf, { ...options, level: "B-LTA" }), level: "B-LTA" };
  } catch (error) {
    if (!(error instanceof EngineError) || error.code !== "validation_data_missing") throw error;
  }
  const signed = await sign(pdf, { ...options, level: "B-T" });
  const bytes = await extend(signed, {
    ...data,
    level: "B-LTA",
    timestamp: options.timestamp,
    timestampVerified: true,
    timestampTokenBytes: authority.maxTokenBytes,
    allowMissing: true,
    ...(remote && { revocation: remote }),
  });
  return { bytes, level: levelsOf(bytes).find(({ level }) => level !== null)?.level ?? "B-B" };
}
