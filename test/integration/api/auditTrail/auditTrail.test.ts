import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SpokenTrail } from "../../../../api/auditTrail/renderings/spokenTrail.js";
import type { OrderView } from "../../../../api/orders/orderViews.js";
import { auditTrailOf } from "../../../../engine/auditTrail/auditTrailOf.js";
import type { AuditExport } from "../../../../engine/hashchain/auditExport.js";
import { verifyAuditExport } from "../../../../engine/hashchain/verify.js";
import { levelsOf } from "../../../../engine/pades/levelsOf.js";
import { ApiClient } from "../../../support/apiClient.js";
import { eventfulOrder, grace } from "../../../support/eventfulOrder.js";
import { describeWith } from "../../../support/judges.js";
import { ada, OrderDesk } from "../../../support/orderDesk.js";

let desk: OrderDesk;
let order: OrderView;

beforeAll(async () => {
  desk = await OrderDesk.open();
  order = await eventfulOrder(desk);
}, 60_000);
afterAll(() => desk.close());

const at = (of: OrderView = order) => `/v1/orders/${of.id}/audit-trail`;
const trailOf = async (of: OrderView) => (await desk.client.get<SpokenTrail>(at(of))).body;
const rendered = async (accept: string, query = "") => {
  const { status, headers, body } = await desk.client.get<Buffer>(`${at()}${query}`, { Accept: accept });
  expect(status).toBe(200);
  return { type: headers.get("Content-Type"), headers, text: String(body) };
};

describe("200", () => {
  test("the trail names every step of an eventful order, and nothing of what the service wrote is left over", async () => {
    const trail = await trailOf(order);
    expect(trail.steps.filter(({ known, further }) => !known || further.length > 0)).toEqual([]);
    const types = new Set(trail.steps.map(({ type }) => type));
    const expected = `order.created document.added signer.added order.sent order.extended order.changed signer.changed
      message.sent reminder.sent authentication.stated link.opened documents.handed_out identity.edited fields.filled
      pages.shown consent.given code.requested code.sent code.refused code.locked code.unlocked code.verified
      signature.requested certificate.issued document.signed key.destroyed signer.signed signer.delegated
      signer.approved document.sealed order.completed`;
    expect(expected.split(/\s+/).filter((type) => !types.has(type))).toEqual([]);
    expect(trail.steps.map(({ seq }) => seq)).toEqual(trail.steps.map((_, index) => index + 1));
  });

  test("a signer stands in it with who they are, from where they came, and how they were authenticated", async () => {
    const trail = await trailOf(order);
    const [first] = trail.signers;
    expect(first).toMatchObject({
      state: "signed",
      role: "signer",
      language: "fr",
      person: {
        given_name: "Augusta",
        surname: "Lovelace",
        email: ada.email,
        phone: "+447700900999",
        external_id: "crm-4711",
      },
      statements: [{ method: "login", reference: "s-1", statement: "Passkey" }],
      decision: { what: "signed" },
    });
    expect(first!.visits[0]).toMatchObject({ ip: "127.0.0.1", by: { kind: "signer" } });
    const [locked, verified] = first!.codes;
    expect(locked).toMatchObject({ state: "locked", channel: "email", sent_to: ada.email });
    expect(locked!.tries.map(({ remaining_attempts: left }) => left)).toEqual([2, 1, 0]);
    expect(Date.parse(locked!.expires_at!) - Date.parse(locked!.requested_at!)).toBe(600_000);
    expect(verified).toMatchObject({ state: "verified", verified_at: expect.any(String) });
    expect(first!.unlocks).toHaveLength(1);
    expect(first!.consents.map(({ position }) => position)).toEqual([0, 1]);
    expect(first!.fields[0]).toMatchObject({
      labels: [{ value: "Town of birth" }],
      values: [{ value: "London" }],
    });
    expect(first!.messages.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["invitation", "reminder"]),
    );
  });

  test("the documents stand in it with each revision, and the procedure with its terms", async () => {
    const trail = await trailOf(order);
    expect(trail.documents).toMatchObject([
      {
        document: order.documents[0]!.id,
        name: "agreement.pdf",
        sha256: order.documents[0]!.sha256,
        level: "B-LTA",
        revisions: [{ kind: "signature" }, { kind: "signature" }, { kind: "seal" }],
      },
    ]);
    expect(trail.documents[0]!.revisions[0]!.sha256_before).toBe(order.documents[0]!.sha256);
    expect(trail.procedure).toMatchObject({
      state: "completed",
      language: "fr",
      must_read: true,
      retain_documents: "P3M",
      retain_evidence: "P10Y",
      archive: false,
      extensions: [{ from: expect.any(String) }],
    });
    expect(trail.signers.at(-1)).toMatchObject({
      person: { given_name: grace.given_name },
      in_place_of: order.signers[1]!.id,
    });
  });

  test("it is a function of the chain that is exported, and of nothing else", async () => {
    const { body: audit } = await desk.client.get<AuditExport>(`/v1/orders/${order.id}/audit`);
    expect(verifyAuditExport(audit).faults).toEqual([]);
    const { language, steps, ...trail } = await trailOf(order);
    const again = auditTrailOf(audit);
    expect({ ...trail, steps: steps.map(({ sentence: _, ...step }) => step) }).toEqual(again);
    expect(language).toBe("fr");
  });

  test("an order that is refused or cancelled says by whom, and why", async () => {
    const refused = await desk.order();
    const { client, path } = desk.browser(refused);
    await client.post(`${path}/refuse`, { reason: "Not my debt" });
    expect(await trailOf(refused)).toMatchObject({
      procedure: { state: "refused", end: { signer: refused.signers[0]!.id } },
      signers: [{ state: "refused", decision: { what: "refused", reason: "Not my debt" } }],
    });
    const cancelled = await desk.order();
    await desk.client.post(`/v1/orders/${cancelled.id}/cancel`, { reason: "Sold" });
    expect((await trailOf(cancelled)).procedure).toMatchObject({
      state: "cancelled",
      end: { reason: "Sold" },
    });
  });

  test.each([
    ["application/json", "application/json; charset=utf-8"],
    ["*/*", "application/json; charset=utf-8"],
    ["text/plain", "text/plain; charset=utf-8"],
    ["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html; charset=utf-8"],
    ["application/xml", "application/xml; charset=utf-8"],
    ["text/xml", "application/xml; charset=utf-8"],
    ["text/plain;q=0.4, application/xml;q=0.5, application/json;q=0.3", "application/xml; charset=utf-8"],
  ])("Accept: %s gives %s", async (accept, type) => {
    expect((await rendered(accept)).type).toBe(type);
  });

  test("format and language go before what the headers and the order say", async () => {
    const text = await rendered("application/json", "?format=text&language=de");
    expect(text.type).toBe("text/plain; charset=utf-8");
    expect(text.text).toContain("PRÜFPROTOKOLL");
    expect((await rendered("text/html", "?language=ar")).text).toContain('<html lang="ar" dir="rtl">');
    expect((await rendered("text/html")).text).toContain('<html lang="fr" dir="ltr">');
  });

  test("the page may run nothing, load nothing, and be framed by nobody", async () => {
    const { headers } = await rendered("text/html");
    expect(headers.get("Content-Security-Policy")).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox$/,
    );
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Cache-Control")).toBe("no-store");
    expect(headers.get("Vary")).toContain("Accept");
  });

  test("the PDF carries the service's seal and the chain itself", async () => {
    const { type, text } = await rendered("application/pdf");
    expect([type, text.slice(0, 5)]).toEqual(["application/pdf", "%PDF-"]);
    const { body } = await desk.client.get<Buffer>(`${at()}?format=pdf&language=en`);
    expect(levelsOf(body)).toEqual([expect.objectContaining({ level: "B-LTA" })]);
    expect(body.includes("audit.json")).toBe(true);
  });

  describeWith(["xmllint"], "the XML, with the schema as it is published,", () => {
    test("is valid, as xmllint judges", async () => {
      const directory = await mkdtemp(join(tmpdir(), "paraph-trail-"));
      try {
        const schema = await fetch(`${desk.service.baseUrl}/schemas/audit-trail-1.xsd`);
        expect([schema.status, schema.headers.get("Content-Type")]).toEqual([
          200,
          "application/xml; charset=utf-8",
        ]);
        await writeFile(join(directory, "trail.xsd"), await schema.text());
        await writeFile(join(directory, "trail.xml"), (await rendered("application/xml")).text);
        const names = ["--nonet", "--noout", "--schema", "trail.xsd", "trail.xml"];
        execFileSync("xmllint", names, { cwd: directory, stdio: "pipe" });
      } finally {
        await rm(directory, { recursive: true });
      }
    });
  });
});

describe("the language of an order", () => {
  test("is the first signer's, or what the order says, and stands in its view", async () => {
    expect(order).toMatchObject({ language: "fr" });
    const other = await desk.order([ada], { language: "pt-BR" });
    expect(other).toMatchObject({ language: "pt-BR" });
    expect(await desk.read(other)).toMatchObject({ language: "pt-BR" });
    expect((await trailOf(other)).language).toBe("pt");
  });

  test("that is none is refused by the name of the field", async () => {
    const body = { title: "T", draft: true, signers: [ada], language: "not a language" };
    const { status, body: problem } = await desk.client.refused("POST", "/v1/orders", body);
    expect([status, problem.code, problem.param]).toEqual([422, "field_invalid", "language"]);
  });
});

describe("refused", () => {
  test("406 what cannot be made", async () => {
    const { status, body } = await desk.client.refused("GET", at(), undefined, { Accept: "image/png" });
    expect([status, body.code]).toEqual([406, "not_acceptable"]);
  });

  test("422 a format or a language that there is not", async () => {
    for (const query of ["format=docx", "language=tlh", "lang=fr"]) {
      const { status, body } = await desk.client.refused("GET", `${at()}?${query}`);
      expect([query, status, body.code]).toEqual([query, 422, "field_invalid"]);
    }
  });

  test("404 an order of another tenant or mode; 401 without a key", async () => {
    const stranger = await desk.service.tenant("Stranger");
    const { baseUrl } = desk.client;
    expect((await new ApiClient(baseUrl, stranger.apiKey).refused("GET", at())).status).toBe(404);
    expect((await new ApiClient(baseUrl, null).refused("GET", at())).status).toBe(401);
  });
});
