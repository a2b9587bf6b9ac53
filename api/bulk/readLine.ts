import { Failure } from "../failure/failure.js";
import { checkNewOrder, expiryOf, type NewOrder } from "../orders/newOrder.js";
import type { CreateOrderRequest, SignerRequest } from "../orders/orderRequests.js";
import { requireGiven } from "../placements/requireGiven.js";
import type { Limits } from "../platform.js";
import { formInWords } from "../request/fieldForms.js";
import { orderOfTemplate, type TemplateSource } from "../templates/orderOfTemplate.js";
import type { BulkCommonRequest, BulkLineRequest, BulkSignerRequest } from "./bulkRequests.js";

/** What a text of a line must be like; the same as `POST /v1/orders` asks. */
interface TextRule {
  readonly most: number;
  readonly least?: number;
  readonly form?: RegExp;
}

const orderRules = {
  external_id: { most: 200 },
  title: { most: 200 },
  message: { most: 2000 },
} as const satisfies Record<string, TextRule>;

const authentications = ["email", "sms", "both", "none"] as const;

const signerRules = {
  template_role: { most: 64 },
  given_name: { most: 64 },
  surname: { most: 64 },
  email: { most: 254, form: /^[^\s@<>",;:]+@[^\s@<>",;:]+\.[^\s@<>",;:]+$/ },
  phone: { most: 16, form: /^\+[1-9][0-9]{5,14}$/ },
  country: { most: 2, form: /^[A-Z]{2}$/ },
  language: { least: 2, most: 35 },
  authentication: { most: 5, form: new RegExp(`^(${authentications.join("|")})$`) },
  external_id: { most: 200 },
  code_text: { most: 1000 },
} as const satisfies Record<keyof BulkSignerRequest, TextRule>;

/**
 * The order that a line of a list asks for, checked as far as it can be without its documents.
 * @throws Failure `field_invalid`, `placement_invalid`
 */
export function readLine(
  limits: Limits,
  source: TemplateSource,
  common: BulkCommonRequest,
  line: BulkLineRequest,
  now: Date,
): NewOrder {
  checkTexts(line, orderRules, "");
  const signers = (line.signers ?? []).map((signer, index) => readSigner(signer, `signers[${index}].`));
  const { labels } = line;
  if (labels !== undefined && labels.length > 20) throw invalid("labels", "takes at most 20 labels");
  const request: Omit<CreateOrderRequest, "template" | "documents"> = { ...common, ...line, signers };
  const order = orderOfTemplate(source, request, now);
  checkNewOrder(limits, order);
  order.signers.forEach(({ placements }, index) => {
    requireGiven(placements, `signers[${index}].placements`);
  });
  expiryOf(order, now);
  return order;
}

function readSigner(signer: BulkSignerRequest, param: string): SignerRequest {
  checkTexts(signer, signerRules, param);
  const { given_name, surname, authentication, ...rest } = signer;
  if (given_name === undefined) throw invalid(`${param}given_name`, "is needed");
  if (surname === undefined) throw invalid(`${param}surname`, "is needed");
  const method = authentications.find((known) => known === authentication);
  return { ...rest, given_name, surname, ...(method !== undefined && { authentication: method }) };
}

function checkTexts(texts: object, rules: Readonly<Record<string, TextRule>>, param: string): void {
  for (const [field, text] of Object.entries(texts) as [string, unknown][]) {
    if (typeof text !== "string" || !Object.hasOwn(rules, field)) continue;
    const { least = 1, most, form } = rules[field]!;
    if (text.length < least) throw invalid(`${param}${field}`, `takes at least ${least} characters`);
    if (text.length > most) throw invalid(`${param}${field}`, `takes at most ${most} characters`);
    if (form?.test(text) === false) throw invalid(`${param}${field}`, formInWords(form.source));
  }
}

function invalid(param: string, why: string): Failure {
  return new Failure("field_invalid", `${param} ${why}.`, { param });
}
