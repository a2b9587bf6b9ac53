import type { CertificateFacts } from "./certificateFacts.js";

/** That a certificate was issued, and what was signed with it: what the service states, for a program. */
export interface AttestationView {
  object: "attestation";
  format: "paraph-attestation/1";
  /** When this was written. */
  made_at: string;
  mode: "test" | "live";
  order: string;
  signer: string;
  /** As the certificate names them. */
  name: string;
  certificate: CertificateFacts & { issued: ChainStep };
  authentication: AttestedAuthentication;
  /** The one-time key, and when it was destroyed. */
  key: { algorithm: string; destroyed: ChainStep };
  signed: ChainStep;
  signatures: AttestedSignature[];
  /** The chain that says so, as it stood when this was written. */
  chain: { length: number; head: string };
  /** Where anybody can compare the documents. */
  check_url: string;
}

/** An event of the order's chain. */
export interface ChainStep {
  /** Its number. */
  seq: number;
  at: string;
  /** Hexadecimal SHA-256 of the event. */
  hash: string;
}

/** How the signer was authenticated before they signed. */
export interface AttestedAuthentication {
  /** What the order asked for: `email`, `sms`, `both` or `none`. */
  method: string;
  /** The codes that were given for this signature. */
  codes: AttestedCode[];
  /** What the sender states to have done; nobody here has checked it. */
  statements: AttestedStatement[];
}

interface AttestedCode {
  code: string;
  channel: string;
  /** Where it was sent. */
  sent_to: string | null;
  sent_at: string | null;
  verified: ChainStep;
}

interface AttestedStatement {
  method: string;
  /** What was done, in the sender's words. */
  statement: string | null;
  stated_at: string | null;
  reference: string | null;
  recorded: ChainStep;
}

export interface AttestedSignature {
  document: string;
  name: string;
  /** The document's revision that the signature made. */
  revision: number;
  sha256_before: string;
  sha256_after: string;
  /** PAdES level when it was made, and that of the document's newest revision. */
  level: string;
  level_now: string;
  made: ChainStep;
  /** The signature-time-stamp; null where the chain does not describe it. */
  timestamp: AttestedTimestamp | null;
}

export interface AttestedTimestamp {
  /** genTime. */
  time: string;
  /** Common name of the time-stamping unit's certificate. */
  authority: string | null;
  /** Hexadecimal. */
  serial: string;
  policy: string;
}
