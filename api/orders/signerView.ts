import { publicId } from "../ids/id.js";
import type { Platform } from "../platform.js";
import { signingUrl } from "../signers/signingLink.js";
import type { Turn } from "../signers/signingOrder.js";
import { consentText } from "../signing/consent.js";
import type { Authentication, Order, Signer, SignerRole, SignerState } from "./order.js";
import { turnIn } from "./waitingFor.js";

export interface SignerView {
  id: string;
  object: "signer";
  role: SignerRole;
  group: number;
  /** For a witness: the signer whose signature they witness. */
  witness_of: string | null;
  external_id: string | null;
  given_name: string;
  surname: string;
  country: string;
  email: string | null;
  phone: string | null;
  /** Where codes go instead of these; null: to these. */
  code_contact: string | null;
  language: string;
  authentication: Authentication;
  state: SignerState;
  /** Whether it is their turn: `none` for whom there is nothing to do, and for all who were not done when the order ended. */
  turn: Turn;
  /** What they agree to before they sign or approve, word for word; null for a copy. */
  consent_text: string | null;
  /** When their turn came, and they were written to. */
  invited_at: string | null;
  opened_at: string | null;
  signed_at: string | null;
  approved_at: string | null;
  refused_at: string | null;
  /** When they were removed, or named somebody else. */
  removed_at: string | null;
  /** When their name and addresses were erased. */
  erased_at: string | null;
  /** Whoever acts in their place. */
  replaced_by: string | null;
  /** The signer who has named them to act in their place. */
  delegated_by: string | null;
  /** The signer's own link; whoever has it can read the documents. */
  signing_url: string;
}

/** Turns a signer into their view. @param signers all of the order */
export function presentSigner(
  platform: Pick<Platform, "secretBox" | "publicUrl">,
  order: Order,
  signers: readonly Signer[],
  signer: Signer,
): SignerView {
  return {
    id: publicId("sgr", signer.id),
    object: "signer",
    role: signer.role,
    group: signer.signingGroup,
    witness_of: signer.witnessOf && publicId("sgr", signer.witnessOf),
    external_id: signer.externalId,
    given_name: signer.givenName,
    surname: signer.surname,
    country: signer.country,
    email: signer.email,
    phone: signer.phone,
    code_contact: signer.codeContact,
    language: signer.language,
    authentication: signer.authentication,
    state: signer.state,
    turn: turnIn(order, signers, signer),
    consent_text:
      signer.role === "copy" ? null : consentText(order.consentText, signer.language, signer.role),
    invited_at: signer.invitedAt?.toISOString() ?? null,
    opened_at: signer.openedAt?.toISOString() ?? null,
    signed_at: signer.signedAt?.toISOString() ?? null,
    approved_at: signer.approvedAt?.toISOString() ?? null,
    refused_at: signer.refusedAt?.toISOString() ?? null,
    removed_at: signer.removedAt?.toISOString() ?? null,
    erased_at: signer.erasedAt?.toISOString() ?? null,
    replaced_by: signer.replacedBy && publicId("sgr", signer.replacedBy),
    delegated_by: idOf(
      signers.find(({ replacedBy, state }) => replacedBy === signer.id && state === "delegated"),
    ),
    signing_url: signingUrl(platform, signer),
  };
}

/** The public id of a signer; null for nobody. */
export function idOf(signer: Signer | undefined): string | null {
  return signer ? publicId("sgr", signer.id) : null;
}
