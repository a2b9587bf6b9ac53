import { isLocked } from "../../engine/pdf/permissions/fieldLock.js";
import type { SignatureField } from "../../engine/pdf/signatureFields.js";
import { Failure } from "../failure/failure.js";
import type { SignerRole } from "../orders/order.js";
import type { PlacesInDocument } from "./placesInDocument.js";
import type { ResolvedPlacement } from "./resolvedPlacement.js";

/** What an author can ask of a signature that ours do not do. */
const unmet = ["version", "reason", "legalAttestation", "revocationInformation", "lockDocument"] as const;

/** The name that a signature's new field has, at its simplest: a lock of all but some covers it. */
const newField = "Signature1";

/**
 * Refuses signature fields of a document whose author wants what would leave the order unfinished: a signature that we
 * cannot make, or a lock that would shut out whoever signs or fills in after it.
 * @param bySigner one list for each of `roles`
 * @throws Failure `placement_invalid`
 */
export function requireSignableFields(
  roles: readonly SignerRole[],
  bySigner: readonly (readonly ResolvedPlacement[])[],
  documents: readonly PlacesInDocument[],
): void {
  const signing = roles.filter((role) => role === "signer" || role === "witness").length;
  for (const [signer, placements] of bySigner.entries()) {
    for (const { document, kind, fieldName, param } of placements) {
      if (kind !== "signature" || fieldName === null) continue;
      const field = documents[document]!.signatureFields.get(fieldName);
      if (field === undefined) continue;
      requireMeetable(field, param);
      if (signing < 2) continue;
      const others = bySigner.flatMap((list, other) => (other === signer ? [] : list));
      const names = others
        .filter((other) => other.document === document && other.fieldName !== null)
        .map((other) => other.fieldName!);
      requireOpen(field, [newField, ...names], param);
    }
  }
}

function requireMeetable({ name, seedValue }: SignatureField, param: string): void {
  if (seedValue === undefined) return;
  const { required, certificate, mdp = 0 } = seedValue;
  if (certificate === undefined && mdp === 0 && !unmet.some((constraint) => required.has(constraint))) return;
  throw refuse(param, name, "wants more of a signature than ours are");
}

function requireOpen({ name, lock }: SignatureField, others: readonly string[], param: string): void {
  if (lock === undefined) return;
  if (lock.permissions !== 1 && !others.some((other) => isLocked(lock, other))) return;
  throw refuse(param, name, "locks the document when it is signed, so that the other signers could not sign");
}

function refuse(param: string, name: string, why: string): Failure {
  const message = `${param}.field: ${JSON.stringify(name.slice(0, 80))} ${why}.`;
  return new Failure("placement_invalid", message, { param });
}
