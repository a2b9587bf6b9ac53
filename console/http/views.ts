/** What `/v1` answers, as far as the console shows it. */
export interface Page<T> {
  readonly data: readonly T[];
  readonly next_cursor: string | null;
}

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly expires_at: string | null;
  readonly revoked_at: string | null;
}

export interface ClientCertificate {
  readonly id: string;
  readonly api_key: string;
  readonly name: string;
  readonly state: "active" | "expired" | "revoked";
  readonly serial_number: string;
  readonly fingerprint: string;
  readonly created_at: string;
  readonly expires_at: string;
  readonly revoked_at: string | null;
}

export interface IssuedCertificate extends ClientCertificate {
  /** Base64. */
  readonly pkcs12: string;
  readonly password: string;
}

export interface AllowedAddresses {
  readonly ranges: readonly string[];
  readonly your_address: string | null;
}

export interface AccessRefusal {
  readonly id: string;
  readonly api_key: string;
  readonly client_certificate: string | null;
  readonly reason: string;
  readonly refused: number;
  readonly first_at: string;
  readonly last_at: string;
}
