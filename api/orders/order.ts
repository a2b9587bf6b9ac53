import type { Mode } from "../apiKeys/caller.js";
import type { OrderState } from "./state.js";

/** An order: documents, signers and rules. */
export interface Order {
  readonly id: string;
  readonly mode: Mode;
  readonly title: string;
  readonly externalId: string | null;
  readonly state: OrderState;
  /** Null: the default text, in each signer's language. */
  readonly consentText: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
  readonly chainLength: number;
  /** 32 bytes. */
  readonly chainHead: Uint8Array;
}

/** An order with everything that belongs to it. */
export interface OrderWithParts {
  readonly order: Order;
  readonly documents: readonly OrderDocument[];
  readonly signers: readonly Signer[];
}

/** A document of an order. Revision 0 is the source; each signature adds one. */
export interface OrderDocument {
  readonly id: string;
  readonly orderId: string;
  readonly position: number;
  readonly kind: DocumentKind;
  readonly name: string;
  readonly pages: number;
  readonly revision: number;
  /** Of the source. */
  readonly bytes: number;
  /** SHA-256 of the source, 32 bytes. */
  readonly sha256: Uint8Array;
}

/** To be signed, or for information. */
export type DocumentKind = "sign" | "info";

export type SignerState = "waiting" | "opened" | "signing" | "signed" | "refused";

/** How a signer proves who they are: a code sent to one of their addresses. */
export type Authentication = "email" | "sms";

export interface Signer {
  readonly id: string;
  readonly orderId: string;
  readonly position: number;
  readonly role: "signer";
  readonly givenName: string;
  readonly surname: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly email: string | null;
  /** E.164. */
  readonly phone: string | null;
  /** BCP 47. */
  readonly language: string;
  readonly authentication: Authentication;
  readonly state: SignerState;
  /** The sealed key of their personal data in the audit trail. */
  readonly personalKey: Uint8Array;
  readonly openedAt: Date | null;
  readonly signedAt: Date | null;
  readonly refusedAt: Date | null;
}

/** Where a signer's signature stands: points from the top left of the page as a reader sees it. */
export interface Placement {
  readonly signerId: string;
  readonly documentId: string;
  /** Counted from 1. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
