import { createHash, randomBytes, randomInt, randomUUID } from "node:crypto";
import type { Request } from "express";
import { presentPage } from "../../api/hostedPage/presentPage.js";
import type { FakeDocument, FakeOrder } from "./fakeSignerOrder.js";

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: unknown;
}

function ok(body: unknown, status = 200): Answer {
  return { status, type: "application/json", body };
}

/** An RFC 9457 problem. */
export function problem(status: number, code: string, title: string, extensions: object = {}): Answer {
  const request_id = `req_${randomUUID().slice(0, 8)}`;
  const body = {
    type: `https://paraph.example/problems/${code}`,
    title,
    status,
    detail: title,
    code,
    request_id,
  };
  return { status, type: "application/problem+json", body: { ...body, ...extensions } };
}

/** @param call e.g. `GET status` @param base the signing link's path */
export function answerTo(order: FakeOrder, call: string, base: string, request: Request): Answer {
  const body = (request.body ?? {}) as Record<string, string | undefined>;
  switch (call) {
    case "GET status":
      return ok(status(order));
    case "GET pdf-url":
      return ok({ documents: order.documents.map(({ id, name }) => link(order, base, id, name)) });
    case "GET positions":
      return ok(order.places);
    case "GET reading":
      return ok({ must_read: false, documents: order.documents.map((document) => reading(document, [])) });
    case "GET signed-documents":
      return ok({
        documents:
          order.signer.signed_at === null
            ? []
            : order.documents.map(({ id, name }) => link(order, base, id, name)),
        audit_url: `${base}/files/audit`,
      });
    default:
      if (order.status !== "in_progress") {
        return problem(409, "order_state_conflict", `The order is ${order.status}`, { state: order.status });
      }
      return change(order, call, body, request);
  }
}

function change(
  order: FakeOrder,
  call: string,
  body: Record<string, string | undefined>,
  request: Request,
): Answer {
  switch (call) {
    case "POST pages-shown":
      return pagesShown(order, request.body as PagesShown);
    case "POST send-otp":
      return sendCode(order);
    case "POST verify-otp":
      return verifyCode(order, body["otp"] ?? "");
    case "POST sign":
      if (order.signer.signed_at !== null)
        return problem(409, "signer_already_signed", "This signer has signed already");
      if (order.session === null || request.get("authorization") !== `Bearer ${order.session}`) {
        return problem(401, "session_expired", "The session has expired");
      }
      return sign(order, body);
    case "POST refuse":
      order.refusal = body["reason"] ?? "";
      order.status = "refused";
      return ok({ refused_at: new Date().toISOString() });
    default:
      return problem(404, "not_found", "Not found");
  }
}

function status(order: FakeOrder): unknown {
  const { signer, others, consent } = order;
  if (order.signsShortly && order.given !== null) {
    order.looks += 1;
    if (order.looks >= 3) signer.signed_at ??= new Date().toISOString();
  }
  const has_signed = signer.signed_at !== null;
  const total = others.length + 1;
  const signed = others.filter((other) => other.has_signed).length + (has_signed ? 1 : 0);
  const placing = order.given !== null && !has_signed;
  return {
    session: "A".repeat(43),
    signer: {
      ...signer,
      has_signed,
      state: placing ? "signing" : signerState(order),
      can_delegate: false,
    },
    request: {
      id: "ord_1",
      ref: "L-2027-014",
      title: order.title,
      status: order.status,
      created_at: new Date().toISOString(),
      expires_at: order.expiresAt,
      sender: order.sender,
      progress: { total, signed, percentage: Math.round((100 * signed) / total) },
    },
    other_signers: others,
    authentication: {
      method: order.channel,
      masked_to: order.maskedTo,
      channels: [{ channel: order.channel, masked_to: order.maskedTo, accepted: false }],
    },
    consent: { text: consent, sha256: sha256(consent) },
    clauses: [{ position: 0, text: consent, sha256: sha256(consent), given: false }],
    must_read: false,
    identity: { given_name: "Anna", surname: "Martin", email: signer.email, phone: null },
    editable_identity: [],
    documents: order.documents.map(({ id, name, kind, pages, bytes }) => ({
      id,
      name,
      kind,
      pages,
      bytes: bytes.length,
      sha256: sha256(bytes),
    })),
    page: presentPage(order.page, has_signed),
    signature_modes: order.signatureModes,
    time_zone: order.timeZone,
  };
}

interface PagesShown {
  readonly document_id: string;
  readonly pages: readonly { readonly page: number }[];
}

function pagesShown(order: FakeOrder, { document_id, pages }: PagesShown): Answer {
  const document = order.documents.find(({ id }) => id === document_id);
  if (document === undefined) return problem(404, "not_found", "Not found");
  for (const { page } of pages) order.pagesShown.add(`${document_id}/${page}`);
  return ok(
    reading(
      document,
      pages.map(({ page }) => page),
    ),
  );
}

function reading({ id, pages }: FakeDocument, shown: readonly number[]): object {
  return {
    document_id: id,
    pages,
    shown: shown.map((page) => ({ first: page, last: page })),
    next: null,
  };
}

function signerState(order: FakeOrder): string {
  if (order.signer.signed_at !== null) return "signed";
  return order.refusal === null ? "opened" : "refused";
}

function sha256(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

function link(order: FakeOrder, base: string, id: string, name: string): object {
  const until = Date.now() + order.linkLives;
  return { id, name, url: `${base}/files/${id}?until=${until}`, expires_at: new Date(until).toISOString() };
}

function sendCode(order: FakeOrder): Answer {
  const wait = Math.ceil((order.nextCodeAt - Date.now()) / 1000);
  if (wait > 0) return problem(429, "otp_too_soon", "A code was just sent", { retry_after: wait });
  order.codes.push(String(randomInt(1_000_000)).padStart(6, "0"));
  order.triesLeft = 3;
  order.codeExpiresAt = Date.now() + 600_000;
  order.nextCodeAt = Date.now() + order.resendAfterSeconds * 1000;
  return ok({
    expires_at: new Date(order.codeExpiresAt).toISOString(),
    sent_to: order.maskedTo,
    channel: order.channel,
    resend_after_seconds: order.resendAfterSeconds,
    length: 6,
    alphabet: "digits",
  });
}

function verifyCode(order: FakeOrder, otp: string): Answer {
  if (order.codes.length === 0) return problem(409, "otp_missing", "No code is waiting for this signer");
  if (order.triesLeft === 0) return locked();
  if (order.codeExpiresAt < Date.now()) return problem(410, "otp_expired", "The code has expired");
  if (otp !== order.codes.at(-1)) {
    order.triesLeft -= 1;
    if (order.triesLeft === 0) return locked();
    return problem(401, "otp_wrong", "Wrong code", { remainingAttempts: order.triesLeft });
  }
  order.session = randomBytes(16).toString("base64url");
  const expires_at = new Date(Date.now() + 1_800_000).toISOString();
  return ok({ next: null, sessionToken: order.session, expires_at });
}

function locked(): Answer {
  return problem(423, "otp_locked", "The code was tried too often", { remainingAttempts: 0 });
}

function sign(order: FakeOrder, body: FakeOrder["given"]): Answer {
  if (body?.consentText !== order.consent) {
    return problem(422, "consent_mismatch", "Not the consent that was shown");
  }
  order.given = body;
  if (order.signsShortly) return ok({ signed_at: null, all_signed: false, status: "signing" }, 202);
  order.signer.signed_at = new Date().toISOString();
  const all_signed = order.others.every((other) => other.has_signed);
  return ok({ signed_at: order.signer.signed_at, all_signed, status: "signed" });
}
