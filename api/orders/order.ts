import type { Mode } from "../apiKeys/caller.js";
import type { AwaitedDocument } from "../awaitedDocuments/awaitedDocument.js";
import type { PageSettings, SignatureMode } from "../hostedPage/pageSettings.js";
import type { KeptAppearance } from "../placements/ownAppearance.js";
import type { ProofFolder } from "../proofFolder/proofFolder.js";
import type { Kept } from "../retention/kept.js";
import type { OrderState } from "./state.js";

/** An order: documents, signers and rules. */
export interface Order {
  readonly id: string;
  readonly mode: Mode;
  readonly title: string;
  readonly externalId: string | null;
  readonly state: OrderState;
  /** Whether documents of it are still to be fetched; until then it is a draft. */
  readonly awaitsDocuments: boolean;
  /** Null: the default text, in each signer's language. */
  readonly consentText: string | null;
  /** Further clauses, each agreed to by itself, word for word. */
  readonly consentClauses: readonly string[];
  readonly metadata: Readonly<Record<string, string>>;
  readonly labels: readonly string[];
  /** UUID of its application profile: the one that it named, or the tenant's default one then; null: it has none. */
  readonly profileId: string | null;
  readonly templateId: string | null;
  /** What the sender writes to the signers. */
  readonly message: string | null;
  /** BCP 47, of whatever is written about the order as a whole; null: of an order from before there was one. */
  readonly language: string | null;
  readonly senderName: string | null;
  readonly senderEmail: string | null;
  /** Whether signers and sender are written to. */
  readonly notify: boolean;
  /** Whether the signed documents are mailed to the signers in the end, although they are not written to. */
  readonly mailDocuments: boolean;
  /** What the caller gave to be kept with the evidence. */
  readonly proofFolder: ProofFolder | null;
  /** Whether each page must have been shown to its end before its signer may sign. */
  readonly mustRead: boolean;
  /** Whether a signer may name somebody else in their place. */
  readonly delegation: boolean;
  /** What of their own identity data signers may correct. */
  readonly editableIdentity: readonly IdentityField[];
  /** How its signers' page is, where it differs from what the profile says. */
  readonly page: PageSettings | null;
  /** How a signer may write their name, one at least. */
  readonly signatureModes: readonly SignatureMode[];
  /** IANA name of the zone that signers are shown times in; null: the order says nothing of it. */
  readonly timeZone: string | null;
  /** Settings of one-time codes that differ from the profile's. */
  readonly otp: Readonly<Record<string, unknown>> | null;
  readonly reminderDays: number | null;
  readonly reminderCount: number | null;
  /** How long documents and evidence are kept after its end, as ISO 8601 durations. */
  readonly retainDocuments: string;
  readonly retainEvidence: string;
  /** Whether its documents are deposited with its evidence. */
  readonly archive: boolean;
  /** How far a test order's time has been moved on, in seconds. */
  readonly clockOffsetSeconds: number;
  readonly createdAt: Date;
  /** In the order's own time. */
  readonly expiresAt: Date;
  /** Its callback's URL without the query, which may hold a token; null: it has none. */
  readonly callbackUrl: string | null;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
  readonly chainLength: number;
  /** 32 bytes. */
  readonly chainHead: Uint8Array;
}

/** Now, as the order's clock shows it: a test order's may have been moved on. */
export function orderNow(order: Pick<Order, "clockOffsetSeconds">, now: Date): Date {
  return order.clockOffsetSeconds === 0 ? now : new Date(now.getTime() + order.clockOffsetSeconds * 1000);
}

/** What a signer's identity consists of, as far as it can be corrected. */
export type IdentityField = "given_name" | "surname" | "email" | "phone";

/** An order with everything that belongs to it. */
export interface OrderWithParts {
  readonly order: Order;
  readonly documents: readonly OrderDocument[];
  /** Those that were to be fetched after it was made, and do not stand among its documents. */
  readonly awaited: readonly AwaitedDocument[];
  readonly signers: readonly Signer[];
  /** What is kept of it; null as long as it has not ended. */
  readonly kept: Kept | null;
}

/** A document of an order. Revision 0 is the source; each signer's signature adds one, and sealing another. */
export interface OrderDocument {
  readonly id: string;
  readonly orderId: string;
  readonly position: number;
  readonly kind: DocumentKind;
  readonly name: string;
  readonly pages: number;
  readonly revision: number;
  /** How many signers' signatures it carries. */
  readonly signatures: number;
  /** That all of these signatures have by now; null while there are none. */
  readonly level: SignatureLevel | null;
  /** Of the source. */
  readonly bytes: number;
  /** SHA-256 of the source, 32 bytes. */
  readonly sha256: Uint8Array;
  /** Of its signatures. */
  readonly digestAlgorithm: SignatureDigest;
}

/** A digest that a document can be signed with, by its name in FIPS 180-4. */
export type SignatureDigest = "SHA-256" | "SHA-512";

/** The baseline levels of PAdES (EN 319 142-1 clause 6). */
export type SignatureLevel = "B-B" | "B-T" | "B-LT" | "B-LTA";

/** To be signed, or for information. */
export type DocumentKind = "sign" | "info";

/** `removed` and `delegated` signers count for nothing any more. */
export type SignerState =
  | "waiting"
  | "opened"
  | "signing"
  | "signed"
  | "approved"
  | "refused"
  | "removed"
  | "delegated";

/** A witness signs beside another signer's signature, after them; an approver agrees without signing; a copy receives. */
export type SignerRole = "signer" | "approver" | "copy" | "witness";

/** How a signer proves who they are: codes sent to their addresses (`both`: e-mail first, then SMS), or not to us. */
export type Authentication = "email" | "sms" | "both" | "none";

/** What a code can be sent by. */
export type Channel = "email" | "sms";

export interface Signer {
  readonly id: string;
  readonly orderId: string;
  readonly position: number;
  readonly role: SignerRole;
  /** Signers of one group act in any order; a group's turn comes when all of the one before are done. */
  readonly signingGroup: number;
  /** For a witness: the signer whose signature they witness. */
  readonly witnessOf: string | null;
  /** The caller's own id of the signer. */
  readonly externalId: string | null;
  readonly templateRole: string | null;
  /** What a message with a code says, with {OTP} in it. */
  readonly codeText: string | null;
  readonly givenName: string;
  readonly surname: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly email: string | null;
  /** E.164. */
  readonly phone: string | null;
  /** E-mail address or E.164 number that codes go to instead of their own. */
  readonly codeContact: string | null;
  /** BCP 47. */
  readonly language: string;
  readonly authentication: Authentication;
  readonly state: SignerState;
  /** The sealed key of their personal data in the audit trail; null: they were erased. */
  readonly personalKey: Uint8Array | null;
  /** Counts the links that they have had: a new one makes the old ones useless. */
  readonly linkVersion: number;
  readonly replacedBy: string | null;
  readonly invitedAt: Date | null;
  readonly nextReminderAt: Date | null;
  readonly remindersSent: number;
  readonly openedAt: Date | null;
  readonly handedOutAt: Date | null;
  readonly consentedAt: Date | null;
  readonly signedAt: Date | null;
  readonly approvedAt: Date | null;
  readonly refusedAt: Date | null;
  readonly removedAt: Date | null;
  /** From when on codes and tries count, after a lock was lifted. */
  readonly codesSince: Date | null;
  readonly erasedAt: Date | null;
}

export type PlacementKind = "signature" | "initials" | "text" | "date" | "checkbox" | "name";

/** What is asked of a value, beside its kind. */
export interface PlacementOptions {
  /** Of a text: characters at most. */
  readonly maxLength?: number;
  /** Of a text: several lines. */
  readonly multiline?: boolean;
  /** Size of the writing, in points; left out, what fits. */
  readonly fontSize?: number;
}

/** Where something of a signer's stands: points from the top left of the page as a reader sees it. */
export interface Placement {
  readonly id: string;
  readonly signerId: string;
  readonly kind: PlacementKind;
  readonly position: number;
  /** The caller's key of the value. */
  readonly name: string | null;
  readonly label: string | null;
  /** Fully qualified name of a form field that stands in the document as it was given. */
  readonly fieldName: string | null;
  readonly required: boolean;
  /** Filled when the order was made; the signer cannot change it. */
  readonly readOnly: boolean;
  /** A date as `YYYY-MM-DD`, a checkbox as `true` or `false`. */
  readonly value: string | null;
  readonly options: PlacementOptions;
  /** Of a signature: what it looks like, where that is the caller's own. */
  readonly appearance: KeptAppearance | null;
  /** Key of the object that holds the image of its own appearance. */
  readonly appearanceKey: string | null;
  readonly documentId: string;
  /** Counted from 1. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
