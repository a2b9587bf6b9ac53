import type { Mode } from "../apiKeys/caller.js";
import { Failure } from "../failure/failure.js";
import type { Platform } from "../platform.js";

/** Whom a request is about: exactly one of the two. */
export interface SubjectRequest {
  /**
   * The person's e-mail address, whole; upper and lower case are the same.
   * @minLength 3
   * @maxLength 254
   */
  email?: string;
  /**
   * The person's telephone number, E.164.
   * @pattern ^\+[1-9][0-9]{5,14}$
   */
  phone?: string;
}

/** A data subject (GDPR Article 4(1)), as far as we can know one: by an address. */
export interface Subject {
  readonly kind: "email" | "phone";
  /** An e-mail address as it was given, or an E.164 number. */
  readonly address: string;
}

/** @throws Failure `field_invalid` unless there is exactly one address */
export function readSubject({ email, phone }: SubjectRequest): Subject {
  if (email !== undefined && phone === undefined) return { kind: "email", address: email };
  if (phone !== undefined && email === undefined) return { kind: "phone", address: phone };
  throw new Failure("field_invalid", "Name the person by email or by phone, and not by both.", {
    param: "email",
  });
}

/** What a request's subject is recognised by when the address is gone: nobody without our key can try addresses on it. */
export function subjectMac(
  platform: Pick<Platform, "secretBox">,
  tenantId: string,
  mode: Mode,
  subject: Subject,
): Uint8Array {
  const text = JSON.stringify([tenantId, mode, subject.kind, subject.address.toLowerCase()]);
  return platform.secretBox.mac(Buffer.from(text, "utf8"), "data subject");
}
