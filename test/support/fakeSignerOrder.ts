import { randomUUID } from "node:crypto";
import { type PageSettings, type SignatureMode, signatureModes } from "../../api/hostedPage/pageSettings.js";
import { leasePlaces } from "./lease.js";

export interface FakeDocument {
  readonly id: string;
  readonly name: string;
  readonly kind: "sign" | "info";
  readonly pages: number;
  readonly bytes: Uint8Array;
}

export interface FakePlace {
  readonly id: string;
  readonly document_id: string;
  readonly role: string;
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly kind: string;
  readonly label: string | null;
  readonly name: string | null;
  readonly required: boolean;
  readonly read_only: boolean;
  readonly value: string | null;
  readonly filled: boolean;
  readonly own_appearance: boolean;
  readonly options: { readonly max_length: number | null; readonly multiline: boolean };
}

/** An order as the fake keeps it; tests change it as they like. */
export interface FakeOrder {
  signer: { id: string; role: string; name: string; email: string; signed_at: string | null };
  title: string;
  sender: string | null;
  status: string;
  expiresAt: string | null;
  others: { role: string; name: string; has_signed: boolean }[];
  channel: "email" | "sms";
  maskedTo: string;
  consent: string;
  documents: FakeDocument[];
  places: FakePlace[];
  /** Codes sent, the last one being the one that works. */
  codes: string[];
  codeExpiresAt: number;
  triesLeft: number;
  /** When the next code may be asked for, in milliseconds since 1970. */
  nextCodeAt: number;
  resendAfterSeconds: number;
  session: string | null;
  /** The body of the accepted sign call. */
  given: { signatureImageBase64?: string; typedName?: string; consentText?: string } | null;
  refusal: string | null;
  /** Pages reported as shown: `document/page`. */
  pagesShown: Set<string>;
  /** Answers 202 first and signs at the third look at the status. */
  signsShortly: boolean;
  looks: number;
  slowMilliseconds: number;
  /** How long a document's link lives, in milliseconds. */
  linkLives: number;
  /** What the order says of its page. */
  page: PageSettings;
  signatureModes: SignatureMode[];
  timeZone: string | null;
}

export const consentText =
  "I have read the documents and agree to sign them electronically. I understand that my electronic signature has the same effect as one by hand.";

/** An order for Anna Martin to sign, open, with no document. */
export function fakeOrder(changes: Partial<FakeOrder> = {}): FakeOrder {
  return {
    signer: {
      id: randomUUID(),
      role: "tenant",
      name: "Anna Martin",
      email: "anna.martin@example.com",
      signed_at: null,
    },
    title: "Lease of a furnished flat",
    sender: "Arbor Homes",
    status: "in_progress",
    expiresAt: new Date(Date.now() + 14 * 86_400_000).toISOString(),
    others: [{ role: "landlord", name: "Paul Weber", has_signed: true }],
    channel: "email",
    maskedTo: "a•••@example.com",
    consent: consentText,
    documents: [],
    places: [],
    codes: [],
    codeExpiresAt: 0,
    triesLeft: 0,
    nextCodeAt: 0,
    resendAfterSeconds: 60,
    session: null,
    given: null,
    refusal: null,
    pagesShown: new Set(),
    signsShortly: false,
    looks: 0,
    slowMilliseconds: 0,
    linkLives: 300_000,
    page: {},
    signatureModes: [...signatureModes],
    timeZone: null,
    ...changes,
  };
}

/** The places of the lease, for a document of that id. */
export function leasePlacements(documentId: string): FakePlace[] {
  const common = fakePlace(documentId);
  return [
    { ...common, id: "plc_1", ...leasePlaces.signature, kind: "signature", label: "Tenant" },
    { ...common, id: "plc_2", ...leasePlaces.date, kind: "date", label: null, read_only: true },
  ];
}

/** What all places have in common that say no more than where they are. */
export function fakePlace(documentId: string) {
  return {
    id: "plc_0",
    document_id: documentId,
    role: "tenant",
    name: null,
    required: true,
    read_only: false,
    value: null,
    filled: false,
    own_appearance: false,
    options: { max_length: null, multiline: false },
  };
}
