import { Fields } from "../../reading/fields.js";
import { euSesErrors } from "../euSesErrors.js";
import { EuSesFailure } from "../euSesFailure.js";
import { refuseField } from "../refusals.js";
import type { EuSesState } from "../state.js";
import { mostSkipped } from "./limits.js";

/** What a list is narrowed by. */
export interface SignatureFilter {
  /** Null: any. */
  readonly state: EuSesState | null;
  /** That a kind is asked for of which there is none here. */
  readonly ofAnotherKind: boolean;
  readonly skip: number;
  readonly limit: number;
}

const mostListed = 100;

const states = ["WAIT_VALIDATION", "WAIT_SIGN", "WAIT_SIGNER", "DONE", "ERROR"] as const;
const certificateTypes = [
  "EU-SES",
  "EU-QES_automatic",
  "EU-QES_otp",
  "EU-QES_remote_otp",
  "EU-QES_eseal",
] as const;
const signatureTypes: readonly unknown[] = ["cades", "pades", "xades", "pkcs1"];

/**
 * Reads the query of `GET /signatures`.
 * @throws EuSesFailure 622 for a signature type that there is not
 */
export function readSignatureFilter(query: unknown): SignatureFilter {
  const fields = Fields.of(query, "", refuseField);
  const state = fields.choice("state", states);
  const certificateType = fields.choice("certificateType", certificateTypes) ?? "EU-SES";
  const signatureType = fields.raw("signatureType") || "pades";
  if (!signatureTypes.includes(signatureType)) {
    throw new EuSesFailure(euSesErrors.invalidSignatureType, "invalid signatureType");
  }
  const skip = fields.whole("skip", 0, mostSkipped) ?? 0;
  const limit = fields.whole("limit", 1, mostListed) ?? mostListed;
  fields.refuseOthers();
  const ofAnotherKind = certificateType !== "EU-SES" || signatureType !== "pades";
  return { state, ofAnotherKind, skip, limit };
}
