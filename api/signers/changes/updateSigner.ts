import type { Transaction } from "../../database/transaction.js";
import type { Signer } from "../../orders/order.js";
import { requireNameFits } from "../../placements/requireNameFits.js";
import type { Platform } from "../../platform.js";
import { nextSignerState, statesBefore } from "../signerState.js";
import { signingToken, signingTokenHash } from "../signingLink.js";

/**
 * Writes a signer's corrected data.
 * @param relinked whether they get a new link: what was opened, read and agreed to behind the old one counts no more,
 *   because nobody knows who stood there
 * @returns the signer as they are now
 * @throws Failure `field_invalid` for a name that does not fit where it stands in a document
 */
export async function updateSigner(
  platform: Pick<Platform, "secretBox" | "typefaces" | "clock">,
  transaction: Transaction,
  signer: Signer,
  relinked: boolean,
): Promise<Signer> {
  await requireNameFits(platform, transaction, signer, signer.id);
  const linkVersion = relinked ? signer.linkVersion + 1 : signer.linkVersion;
  const state = nextSignerState(signer.role, signer.state, relinked ? "relink" : "change") ?? signer.state;
  const after: Signer = {
    ...signer,
    linkVersion,
    state,
    ...(relinked && { openedAt: null, handedOutAt: null, consentedAt: null }),
  };
  await transaction.query(
    `UPDATE signers SET given_name = :givenName, surname = :surname, email = :email, phone = :phone,
       code_contact = :codeContact, country = :country, language = :language, authentication = :authentication, signing_group = :signingGroup,
       external_id = :externalId, code_text = :codeText, state = :state, link_version = :linkVersion,
       link_hash = :linkHash, opened_at = :openedAt, handed_out_at = :handedOutAt, consented_at = :consentedAt
     WHERE tenant_id = :tenant AND id = :id AND state = ANY(:from)`,
    {
      ...after,
      linkHash: signingTokenHash(signingToken(platform, signer.id, linkVersion)),
      from: statesBefore("change"),
    },
  );
  return after;
}
