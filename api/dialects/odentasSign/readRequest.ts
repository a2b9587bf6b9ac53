import { Failure } from "../../failure/failure.js";
import type { CreateOrderRequest, SignerRequest } from "../../orders/orderRequests.js";
import type { PlacementRequest } from "../../placements/placementRequests.js";
import { Fields } from "../reading/fields.js";
import { refuseField } from "./refusals.js";

/** What a request for signatures is made of, in the words of `/v1`. */
export interface SignatureRequest {
  readonly order: CreateOrderRequest;
  /** Id of a document that stands with the service already, of which the order gets a copy. */
  readonly stored: string | null;
}

const kinds = ["signature", "text", "date", "checkbox"] as const;

/** Of a position that gives none, in points. */
const sizes = {
  signature: { width: 180, height: 56 },
  text: { width: 160, height: 18 },
  date: { width: 90, height: 18 },
  checkbox: { width: 14, height: 14 },
} as const;

/**
 * Reads the body of `requests/create`.
 * @param body as it was parsed
 * @throws Failure `field_invalid`
 */
export function readSignatureRequest(body: unknown): SignatureRequest {
  const fields = Fields.of(body, "", refuseField);
  const template = fields.text("template", 30);
  const stored = fields.text("pdf_document", 30);
  const bytes = fields.base64("pdf_base64");
  const name = fields.text("filename", 200) ?? "document.pdf";
  const given = [template, stored, bytes].filter((source) => source !== null).length;
  if (given !== 1) {
    throw refuseField("pdf_base64", "missing", "or pdf_document or template is needed, and only one of them");
  }
  const positions = fields.objects("positions", 500)?.map(readPosition) ?? [];
  const roles = new Set<string>();
  const signers = (fields.objects("signers", 500) ?? []).map((signer) =>
    readSigner(signer, roles, positions, template !== null),
  );
  requireKnownRoles(positions, roles);
  if (template !== null && positions.length > 0) {
    throw refuseField("positions", "invalid", "are those of the template; give none");
  }
  const title = fields.text("title", 200);
  const externalId = fields.text("ref", 200);
  const message = fields.text("message", 2000);
  const consentText = fields.text("consentText", 5000);
  const expiresAt = readTime(fields, "expires_at");
  fields.refuseOthers();
  return {
    stored,
    order: {
      ...(title !== null && { title }),
      ...(externalId !== null && { external_id: externalId }),
      ...(message !== null && { message }),
      ...(consentText !== null && { consent_text: consentText }),
      ...(expiresAt !== null && { expires_at: expiresAt }),
      ...(template !== null && { template }),
      ...(bytes !== null && { documents: [{ name, content: bytes.toString("base64") }] }),
      signers,
    },
  };
}

interface Position {
  readonly role: string;
  readonly path: string;
  readonly placement: PlacementRequest;
}

function readSigner(
  fields: Fields,
  roles: Set<string>,
  positions: readonly Position[],
  hasTemplate: boolean,
): SignerRequest {
  const role = fields.needed("role", 64);
  if (roles.has(role)) throw fields.refusal("role", "invalid", "is another signer's already");
  roles.add(role);
  const person = splitName(fields);
  const email = fields.needed("email", 254);
  const phone = fields.text("phone", 16);
  const language = fields.text("language", 35);
  fields.refuseOthers();
  const placements = positions.filter((position) => position.role === role);
  return {
    ...person,
    email,
    ...(phone !== null && { phone }),
    ...(language !== null && { language }),
    external_id: role,
    ...(hasTemplate && { template_role: role }),
    ...(placements.length > 0 && { placements: placements.map(({ placement }) => placement) }),
  };
}

/** A certificate names a given name and a surname: the last word is taken for the surname. */
function splitName(fields: Fields): Pick<SignerRequest, "given_name" | "surname"> {
  const name = fields.needed("name", 129).trim();
  const parted = /^(.+)\s+(\S+)$/u.exec(name);
  if (!parted) throw fields.refusal("name", "invalid", "must be a given name and a surname");
  const [, given, surname] = parted;
  if (given!.length > 64 || surname!.length > 64) {
    throw fields.refusal(
      "name",
      "invalid",
      "must be a given name and a surname of at most 64 characters each",
    );
  }
  return { given_name: given!, surname: surname! };
}

function readPosition(fields: Fields): Position {
  const role = fields.needed("role", 64);
  const kind = fields.choice("kind", kinds) ?? "signature";
  const { width, height } = sizes[kind];
  const label = fields.text("label", 200);
  const placement: PlacementRequest = {
    kind,
    page: neededNumber(fields, "page", fields.whole("page", 1, 100_000)),
    x: neededNumber(fields, "x", fields.number("x", 0, 20_000)),
    y: neededNumber(fields, "y", fields.number("y", 0, 20_000)),
    width: fields.number("w", 4, 2000) ?? width,
    height: fields.number("h", 4, 2000) ?? height,
    ...(label !== null && { label }),
  };
  fields.refuseOthers();
  return { role, path: fields.at("role"), placement };
}

function neededNumber(fields: Fields, name: string, value: number | null): number {
  if (value === null) throw fields.refusal(name, "missing", "is required");
  return value;
}

function requireKnownRoles(positions: readonly Position[], roles: ReadonlySet<string>): void {
  const strange = positions.find(({ role }) => !roles.has(role));
  if (strange) throw refuseField(strange.path, "invalid", "is no signer's role");
}

function readTime(fields: Fields, name: string): Date | null {
  const text = fields.text(name, 40);
  if (text === null) return null;
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) ? new Date(text) : null;
  if (time === null || Number.isNaN(time.getTime())) {
    throw fields.refusal(name, "invalid", "must be a time in ISO 8601, as 2027-01-31T12:00:00Z");
  }
  return time;
}

/** The reason of a cancellation: the body's one member, or none. @throws Failure `field_invalid` */
export function readReason(body: unknown): string {
  if (body === undefined || body === null) return "";
  const fields = Fields.of(body, "", refuseField);
  const reason = fields.text("reason", 1000) ?? "";
  fields.refuseOthers();
  return reason;
}

/** Which request a completion is about. @throws Failure `field_invalid` */
export function readCompletion(body: unknown): string {
  const fields = Fields.of(body, "", refuseField);
  const id = fields.text("request_id", 30) ?? fields.text("requestId", 30);
  if (id === null) throw new Failure("field_invalid", "request_id is required.", { param: "request_id" });
  // What else the caller's own systems put into it is not looked at: the order says how far it is.
  return id;
}
