import type { NewOrder, NewSigner } from "../../../orders/newOrder.js";
import { channelOf } from "../../../otp/codeAddress.js";
import { Fields } from "../../reading/fields.js";
import { refuseField } from "../certSignFailure.js";
import { phoneNumber } from "./phoneNumber.js";
import { type Holder, isEmail, readHolder } from "./readHolder.js";
import { statedConsent } from "./statedConsent.js";

/** The body of createEphemeralOrder. */
export interface OrderRequest {
  readonly externalId: string | null;
  readonly otp: boolean;
  /** All of it but its id and its title. */
  readonly order: Omit<NewOrder, "id" | "title">;
}

/**
 * Reads a new order. The published schema asks for more than the service does: what its callers leave out, or send
 * empty, is asked for only where it is needed, which without a code is the holder's name alone.
 * @throws CertSignFailure
 */
export function readOrderRequest(body: unknown): OrderRequest {
  const fields = Fields.of(body, "", refuseField);
  const externalId = fields.text("externalOrderRequestId", 200);
  const given = fields.object("holder");
  if (given === null) throw fields.refusal("holder", "missing", "is required");
  const holder = readHolder(given);
  const otp = fields.flag("enableOtp") ?? false;
  const mailDocuments = fields.flag("enableEmail") ?? false;
  const sharing = fields.flag("enableSharing");
  const clientIdentifier = fields.text("clientIdentifier", 500);
  const proofFolder = readProofFolder(fields);
  const contact = readContact(fields, holder, otp);
  fields.refuseOthers();
  if (mailDocuments && holder.email === null) {
    throw refuseField(
      "holder.email",
      "missing",
      "is required, because the signed documents are to be mailed",
    );
  }
  return {
    externalId,
    otp,
    order: newOrder({ externalId, holder, contact, mailDocuments, sharing, clientIdentifier, proofFolder }),
  };
}

/** Where codes go, and by what. */
type Contact = Pick<NewSigner, "authentication" | "codeContact">;

/**
 * A phone number means SMS, an e-mail address e-mail; without one codes go to the holder's mobile, or else to their
 * e-mail address. Where there are no codes nothing is kept of it.
 */
function readContact(fields: Fields, holder: Holder, otp: boolean): Contact {
  const text = fields.text("otpContact", 254)?.trim() ?? "";
  if (!otp) return { authentication: "none", codeContact: null };
  if (text === "") {
    if (holder.phone !== null) return { authentication: "sms", codeContact: null };
    if (holder.email !== null) return { authentication: "email", codeContact: null };
    throw fields.refusal(
      "otpContact",
      "missing",
      "is required with enableOtp, where the holder has neither mobile nor email",
    );
  }
  const address = isEmail(text) ? text : phoneNumber(text, holder.country);
  if (address === null)
    throw fields.refusal("otpContact", "invalid", "must be a phone number or an e-mail address");
  const authentication = channelOf(address);
  const isOwn = address === (authentication === "email" ? holder.email : holder.phone);
  return { authentication, codeContact: isOwn ? null : address };
}

function readProofFolder(fields: Fields): Uint8Array | null {
  const folder = fields.object("proofFolder");
  const content = folder?.base64("zipFiles") ?? null;
  folder?.refuseOthers();
  return content;
}

interface Read {
  readonly externalId: string | null;
  readonly holder: Holder;
  readonly contact: Contact;
  readonly mailDocuments: boolean;
  readonly sharing: boolean | null;
  readonly clientIdentifier: string | null;
  readonly proofFolder: Uint8Array | null;
}

/** Nobody but the caller writes to the holder before the end: the dialect has neither invitations nor pages. */
function newOrder(read: Read): OrderRequest["order"] {
  const { externalId, holder, contact, mailDocuments, sharing, clientIdentifier, proofFolder } = read;
  return {
    externalId,
    draft: true,
    fetchLater: false,
    consentText: statedConsent(holder.language),
    consentClauses: [],
    metadata: {
      ...(clientIdentifier !== null && { client_identifier: clientIdentifier }),
      // What sharing means is said nowhere: that it was asked for is kept, and told in the order's metadata.
      ...(sharing !== null && { enable_sharing: String(sharing) }),
    },
    labels: [],
    profile: null,
    templateId: null,
    message: null,
    language: null,
    sender: { name: null, email: null },
    notify: false,
    mailDocuments,
    proofFolder,
    mustRead: false,
    delegation: false,
    editableIdentity: [],
    page: null,
    signatureModes: ["typed", "drawn"],
    timeZone: null,
    otp: null,
    reminders: null,
    retention: { documents: null, evidence: null, archive: null },
    expiresAt: null,
    callback: null,
    documents: [],
    signers: [
      {
        ...holder,
        ...contact,
        role: "signer",
        signingGroup: 1,
        witnessOf: null,
        externalId: null,
        templateRole: null,
        codeText: null,
        placements: [],
      },
    ],
  };
}
