import { spawnSync } from "node:child_process";
import { createHash, X509Certificate } from "node:crypto";
import type { OrderView } from "../../../../api/orders/orderViews.js";
import type { AttestationView } from "../../../../api/papers/attestation.js";
import { openPdf } from "../../../../engine/pdf/document.js";
import { countPages } from "../../../../engine/pdf/pageTree.js";
import { describeWith } from "../../../support/judges.js";
import { ada, charles, OrderDesk } from "../../../support/orderDesk.js";

/** What a reader finds in it; where lines are broken does not matter. */
function textOf(pdf: Uint8Array): string {
  const { stdout } = spawnSync("pdftotext", ["-layout", "-", "-"], { input: pdf });
  return stdout.toString("utf8").replace(/\s+/g, " ");
}

describeWith(["pdftotext"], "the attestation of issue and signature", () => {
  let desk: OrderDesk;
  beforeAll(async () => {
    desk = await OrderDesk.open();
  });
  afterAll(() => desk?.close());

  const path = (order: OrderView, index = 0): string =>
    `/v1/orders/${order.id}/signers/${order.signers[index]!.id}/attestation`;
  const attestation = async (order: OrderView, index = 0): Promise<AttestationView> =>
    (await desk.client.get<AttestationView>(`${path(order, index)}?format=json`)).body;

  test("states certificate, authentication, signatures with their time-stamps, and the key's end, as the chain has them", async () => {
    const documents = [
      { name: "lease.pdf", content: desk.content },
      { name: "annex.pdf", content: desk.content },
      { name: "terms.pdf", content: desk.content, kind: "info" },
    ];
    const order = await desk.order([ada, charles], { documents });
    await desk.browser(order, 0).sign();
    const view = await attestation(order);
    const events = (await desk.events(order)).filter(({ signer }) => signer === order.signers[0]!.id);
    const of = (type: string) => events.filter((event) => event.type === type);
    const der = Buffer.from(String(of("certificate.issued")[0]!.personal!["certificate"]), "base64");
    const x509 = new X509Certificate(der);
    expect(view).toMatchObject({
      object: "attestation",
      format: "paraph-attestation/1",
      mode: "test",
      order: order.id,
      signer: order.signers[0]!.id,
      name: "Ada Lovelace",
      certificate: {
        serial: x509.serialNumber.toLowerCase(),
        sha256: createHash("sha256").update(der).digest("hex"),
        not_before: new Date(x509.validFrom).toISOString(),
        not_after: new Date(x509.validTo).toISOString(),
        policies: ["2.25.170308829107395403168213894361254094477.1.1"],
        issued: { seq: of("certificate.issued")[0]!.seq, hash: of("certificate.issued")[0]!.hash },
      },
      authentication: {
        method: "email",
        codes: [
          { channel: "email", sent_to: "ada@example.org", verified: { seq: of("code.verified")[0]!.seq } },
        ],
        statements: [],
      },
      key: { algorithm: "ECDSA P-256", destroyed: { seq: of("key.destroyed")[0]!.seq } },
      signed: { seq: of("signer.signed")[0]!.seq },
    });
    expect(view.certificate.subject).toContain("CN=Ada Lovelace");
    expect(view.certificate.issuer).toContain("CN=Paraph Test Signers");
    expect(view.signatures.map(({ name }) => name)).toEqual(["lease.pdf", "annex.pdf"]);
    for (const [index, signature] of view.signatures.entries()) {
      expect(signature).toMatchObject({
        sha256_before: order.documents[index]!.sha256,
        sha256_after: of("document.signed")[index]!.data["sha256_after"],
        level: "B-T",
        level_now: "B-T",
        timestamp: { authority: "Paraph Test Time-stamping Unit" },
      });
      expect(Date.parse(signature.timestamp!.time)).toBe(desk.service.clock.now().getTime());
    }
    await desk.browser(order, 1).sign();
    expect((await attestation(order)).signatures[0]!.level_now).toBe("B-LTA");
  });

  test("names the code that was given, not one that was sent before it", async () => {
    const order = await desk.order();
    const browser = desk.browser(order);
    await browser.read();
    await browser.receiveCode();
    desk.service.clock.advance(61);
    await browser.sign();
    const { codes } = (await attestation(order)).authentication;
    const verified = (await desk.events(order)).filter(({ type }) => type === "code.verified");
    expect(codes.map(({ code }) => code)).toEqual(verified.map(({ data }) => data["otp"]));
  });

  test("has the sender's statement word for word, as the sender's, and none of it as confirmed", async () => {
    const order = await desk.order();
    const stated = {
      method: "identity_document",
      statement: "Passport seen at the counter.",
      reference: "desk 7",
      at: "2026-01-05T09:30:00Z",
    };
    await desk.client.post(`/v1/orders/${order.id}/signers/${order.signers[0]!.id}/authentications`, stated);
    await desk.browser(order).sign();
    expect((await attestation(order)).authentication).toMatchObject({
      statements: [
        {
          method: stated.method,
          statement: stated.statement,
          reference: stated.reference,
          stated_at: "2026-01-05T09:30:00.000Z",
        },
      ],
    });
    const text = await textOf((await desk.client.get<Buffer>(path(order))).body);
    for (const said of [
      "Stated by the sender: identity document",
      "Passport seen at the counter.",
      "desk 7",
      "Time stated 5 January 2026 at 09:30:00 UTC",
    ]) {
      expect(text).toContain(said);
    }
    // That is said of the code alone.
    expect(text.match(/Confirmed|Accepted/g)).toHaveLength(1);
  });

  test("shows what turns the writing round by its number: no name and no title can lie with it", async () => {
    const order = await desk.order([ada], {
      title: "Lease\u202egnp",
      documents: [{ name: "rent\u202efdp.pdf", content: desk.content }],
    });
    await desk.browser(order).sign();
    const text = textOf((await desk.client.get<Buffer>(path(order))).body);
    expect(text).toContain("Lease[U+202E]gnp");
    expect(text).toContain("rent[U+202E]fdp.pdf");
  });

  test.each(["en", "de", "ar"])("of one signature is one page in %s", async (language) => {
    const order = await desk.order();
    await desk.browser(order).sign();
    const { body } = await desk.client.get<Buffer>(`${path(order)}?language=${language}`);
    expect(countPages(openPdf(body))).toBe(1);
  });

  test("of a signature that was overtaken and made again speaks of the certificate that is in the document", async () => {
    const order = await desk.order([ada, { ...charles, group: 1 }]);
    await Promise.all([desk.browser(order, 0).sign(), desk.browser(order, 1).sign()]);
    for (const index of [0, 1]) {
      const view = await attestation(order, index);
      expect(view.key.destroyed.seq).toBeGreaterThan(view.certificate.issued.seq);
      expect(view.signatures).toHaveLength(1);
    }
  });

  test("is refused with 409 while the signer has not signed, and for who does not sign", async () => {
    const order = await desk.order([ada, { ...charles, role: "approver" }]);
    expect((await desk.client.refused("GET", path(order))).body).toMatchObject({
      status: 409,
      code: "signer_not_yet",
    });
    expect((await desk.client.refused("GET", path(order, 1))).body).toMatchObject({
      status: 409,
      code: "signer_not_signing",
    });
  });

  test("is a 404 for another's signer, and takes no format and no language that there is not", async () => {
    const [order, other] = await Promise.all([desk.order(), desk.order()]);
    const mixed = `/v1/orders/${order.id}/signers/${other.signers[0]!.id}/attestation`;
    expect((await desk.client.refused("GET", mixed)).body).toMatchObject({ status: 404, code: "not_found" });
    for (const query of ["format=docx", "language=x"]) {
      expect((await desk.client.refused("GET", `${path(order)}?${query}`)).body).toMatchObject({
        status: 422,
        code: "field_invalid",
        param: query.split("=")[0],
      });
    }
  });

  test("comes as a PDF unless JSON is asked for, by the header or the query", async () => {
    const order = await desk.order();
    await desk.browser(order).sign();
    const pdf = await desk.client.get<Buffer>(path(order), { Accept: "*/*" });
    expect(pdf.headers.get("Content-Type")).toBe("application/pdf");
    expect(pdf.headers.get("Content-Disposition")).toContain(`attestation-${order.signers[0]!.id}.pdf`);
    expect(pdf.body.subarray(0, 5).toString("latin1")).toBe("%PDF-");
    const json = await desk.client.get<AttestationView>(path(order), { Accept: "application/json" });
    expect(json.body.object).toBe("attestation");
  });
});
