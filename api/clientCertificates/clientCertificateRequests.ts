import { Failure } from "../failure/failure.js";
import { parsePublicId } from "../ids/id.js";
import type { NewClientCertificate } from "./issueClientCertificate.js";

export interface CreateClientCertificateRequest {
  /**
   * What you call it: the machine or program that comes with it. It stands in the certificate.
   * @minLength 1
   * @maxLength 200
   * @example "ERP, production"
   */
  name: string;
  /**
   * The API key that it acts for, of the same mode, with no more scopes than the calling key has; by default the calling
   * key itself.
   * @maxLength 64
   */
  api_key?: string;
  /** `ec_p256` by default. */
  key_type?: "ec_p256" | "rsa_2048";
  /**
   * What the file is to open with; made by us if you give none.
   * @minLength 12
   * @maxLength 128
   * @pattern ^[!-~]+$
   */
  password?: string;
  /** When it ends, at most three years from now; by default in a year, and never after its API key or the calling one. */
  expires_at?: Date;
}

/** @throws Failure `field_invalid` */
export function readNewCertificate(body: CreateClientCertificateRequest): NewClientCertificate {
  if (body.name.trim() === "" || /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffd]/u.test(body.name)) {
    throw new Failure("field_invalid", "name must be a name, without control characters.", { param: "name" });
  }
  return {
    name: body.name,
    apiKeyId: body.api_key === undefined ? null : keyNamed(body.api_key),
    keyType: body.key_type ?? "ec_p256",
    password: body.password ?? null,
    expiresAt: body.expires_at ?? null,
  };
}

/** @throws Failure `field_invalid` */
export function keyNamed(text: string): string {
  const id = parsePublicId("key", text);
  if (id === null) {
    throw new Failure("field_invalid", "api_key must be the id of an API key.", { param: "api_key" });
  }
  return id;
}
