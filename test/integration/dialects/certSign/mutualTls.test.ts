import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { OrderAnswer } from "../../../../api/dialects/certsign/orders/presentOrder.js";
import type { CertSignError } from "../../../../api/dialects/certsign/refusals.js";
import type { RequestAnswer } from "../../../../api/dialects/certsign/requests/readRequest.js";
import type { ResultItem } from "../../../../api/dialects/certsign/resultItems.js";
import { drawnSignature } from "../../../support/drawnSignature.js";
import { describeWith } from "../../../support/judges.js";
import { CertSignDesk, holder } from "./certSignDesk.js";

const run = promisify(execFile);

/** A caller that has a `.p12` file and its password, and no API key: the original's. */
class CertificateCaller {
  constructor(
    private readonly directory: string,
    private readonly baseUrl: string,
    private readonly certificate: readonly string[],
  ) {}

  /** As PHP's curl extension does it: one option for each thing, a body from a file where there is one. */
  async curl<Body>(method: string, path: string, body?: unknown): Promise<{ status: number; body: Body }> {
    const answer = join(this.directory, "answer");
    const sent = join(this.directory, "sent");
    if (body !== undefined) await writeFile(sent, JSON.stringify(body));
    const { stdout } = await run("curl", [
      ...["--silent", "--show-error", "--cacert", join(this.directory, "root.pem")],
      ...this.certificate,
      ...["--request", method, "--header", "Content-Type:application/json"],
      ...["--user-agent", "Mozilla/4.0 (compatible; MSIE 5.01; Windows NT 5.0)"],
      ...(body === undefined ? [] : ["--data-binary", `@${sent}`]),
      ...["--output", answer, "--write-out", "%{http_code} %{size_download}"],
      `${this.baseUrl}${path}`,
    ]);
    const [status, bytes] = stdout.split(" ").map(Number);
    const { stdout: text } = await run("cat", [answer], { maxBuffer: 2 ** 28 }).catch(() => ({ stdout: "" }));
    return { status: status!, body: (bytes === 0 ? null : JSON.parse(text)) as Body };
  }
}

describeWith(["curl", "qpdf"], "CertSign over mutual TLS, with curl and a .p12 file", () => {
  let desk: CertSignDesk;
  let directory: string;
  let caller: CertificateCaller;
  beforeAll(async () => {
    desk = await CertSignDesk.open({ mutualTls: true });
    directory = await mkdtemp(join(tmpdir(), "paraph-mtls-"));
    const { service, client } = desk.desk;
    await writeFile(join(directory, "root.pem"), service.tlsRoot);
    const issued = await client.post<{ pkcs12: string; password: string }>("/v1/client-certificates", {
      name: "CRM",
      api_key: undefined,
    });
    const { pkcs12, password } = issued.body;
    const file = join(directory, "client.p12");
    await writeFile(file, Buffer.from(pkcs12, "base64"));
    caller = new CertificateCaller(directory, service.tlsUrl, [
      "--cert-type",
      "P12",
      "--cert",
      `${file}:${password}`,
    ]);
  });
  afterAll(async () => {
    await desk.close();
    await rm(directory, { recursive: true, force: true });
  });

  const look = () => ({
    signatureImageContent: drawnSignature().toString("base64"),
    signaturePosX: 300,
    signaturePosY: 480,
    signaturePage: 1,
  });

  async function download(id: string): Promise<string> {
    const { body } = await caller.curl<RequestAnswer>("GET", `/ephemeral/signatures/?id=${id}`);
    const file = join(directory, `${id}.pdf`);
    await writeFile(file, Buffer.from(body.signedContent!, "base64"));
    return file;
  }

  test("without a code: order, documents, signature, download", async () => {
    const { body: order } = await caller.curl<OrderAnswer>("POST", "/ephemeral/orders", { holder });
    const id = order.orderRequestId;
    const document = { ...desk.document(), pdfSignatureOptions: look() };
    const added = await caller.curl<ResultItem[]>("POST", `/ephemeral/signatures?orderRequestId=${id}`, [
      document,
    ]);
    expect(added.status).toBe(200);
    const signed = await caller.curl<ResultItem[]>(
      "POST",
      `/ephemeral/signatures/sign?mode=SYNC&orderRequestId=${id}`,
    );
    expect(signed.body).toMatchObject([{ status: "SIGNED" }]);
    const file = await download(signed.body[0]!.signatureRequestId);
    await expect(run("qpdf", ["--check", file])).resolves.toBeDefined();
  });

  test("with a code: order, documents, validation, signature, download; deleted is refused then", async () => {
    const asked = {
      holder,
      enableOtp: true,
      otpContact: "ada@example.org",
      clientIdentifier: "ada@example.org",
    };
    const { body: order } = await caller.curl<OrderAnswer>("POST", "/ephemeral/orders", asked);
    const id = order.orderRequestId;
    await caller.curl("POST", `/ephemeral/trigger/signatures?orderRequestId=${id}`, [desk.document()]);
    const validated = await caller.curl(
      "POST",
      `/ephemeral/trigger/signatures/validate?orderRequestId=${id}`,
    );
    expect(validated).toEqual({ status: 200, body: null });
    const path = `/ephemeral/trigger/signatures/sign?mode=SYNC&orderRequestId=${id}&otp=`;
    const wrong = await caller.curl<CertSignError>("POST", `${path}000000`);
    expect([wrong.status, wrong.body.errorLabel]).toEqual([401, "ERROR_MAUVAIS_CODE"]);
    const signed = await caller.curl<ResultItem[]>("POST", `${path}${await desk.newestCode()}`);
    expect(signed.body).toMatchObject([{ status: "SIGNED" }]);
    await download(signed.body[0]!.signatureRequestId);
    const deleted = await caller.curl<CertSignError>("DELETE", `/ephemeral/orders/?id=${id}`);
    expect([deleted.status, deleted.body.errorCode]).toEqual([409, "ORDER_STATE"]);
  });

  test("the acts of a certificate are those of its key", async () => {
    const { body: order } = await caller.curl<OrderAnswer>("POST", "/ephemeral/orders", { holder });
    expect(await desk.read(order)).toEqual(order);
    const created = (await desk.events(order)).find(({ type }) => type === "order.created")!;
    expect(created.actor.kind).toBe("api_key");
  });

  test("without certificate and key nothing is answered, and it is said in the dialect's words", async () => {
    const stranger = new CertificateCaller(directory, desk.desk.service.tlsUrl, []);
    const { status, body } = await stranger.curl<CertSignError>("GET", "/ephemeral/orders/?id=1");
    expect([status, body.errorCode]).toEqual([401, "UNAUTHENTICATED"]);
  });
});
