import type { OrderAnswer } from "../../../../api/dialects/certsign/orders/presentOrder.js";
import type { ResultItem } from "../../../../api/dialects/certsign/resultItems.js";
import { ApiClient } from "../../../support/apiClient.js";
import { CertSignDesk, type Failed, holder } from "./certSignDesk.js";

let desk: CertSignDesk;
/** Two keys of one tenant, and one of another's. */
let keys: { test: string; live: string; other: string };

beforeAll(async () => {
  desk = await CertSignDesk.open();
  const { service } = desk.desk;
  const [mine, other] = [await service.tenant("Ours", "live"), await service.tenant("Theirs")];
  const client = new ApiClient(service.baseUrl, mine.apiKey);
  const { body } = await client.post<{ secret: string }>("/v1/api-keys", { name: "test", mode: "test" });
  keys = { test: body.secret, live: mine.apiKey, other: other.apiKey };
});
afterAll(() => desk.close());

const call = <Body>(method: string, path: string, key: string, body?: unknown) =>
  desk.call<Body>(method, path, body, {}, key);

describe.each([false, true])("an order with enableOtp %s", (enableOtp) => {
  const road = enableOtp ? "/ephemeral/trigger/signatures" : "/ephemeral/signatures";
  const named = `externalOrderRequestId=order${enableOtp}`;
  const more = enableOtp ? "&otp=123456" : "";

  test("is nothing to another tenant, nor to its own tenant's other mode, on every call, and stays as it is", async () => {
    const made = { holder, enableOtp, externalOrderRequestId: `order${enableOtp}` };
    const { body: order } = await call<OrderAnswer>("POST", "/ephemeral/orders", keys.test, made);
    const document = desk.document({ externalSignatureRequestId: `request${enableOtp}` });
    const id = `orderRequestId=${order.orderRequestId}`;
    const { body: items } = await call<ResultItem[]>("POST", `${road}?${id}`, keys.test, [document]);
    const request = `id=${items[0]!.signatureRequestId}`;
    const calls: [method: string, path: string, body?: unknown][] = [
      ...[`id=${order.orderRequestId}`, `externalId=order${enableOtp}`].flatMap(
        (query): [string, string][] => [
          ["GET", `/ephemeral/orders/?${query}`],
          ["DELETE", `/ephemeral/orders/?${query}`],
        ],
      ),
      ...[id, named].flatMap((query): [string, string, unknown?][] => [
        ["POST", `${road}?${query}`, [desk.document()]],
        ["POST", `${road}/sign?${query}&mode=SYNC${more}`],
        ["POST", `${road}/sign?${query}&mode=ASYNC${more}`],
        ["POST", `/ephemeral/trigger/signatures/validate/?${query}`],
        ["GET", `/ephemeral/signatures/search/?${query}`],
      ]),
      ...[request, `externalId=request${enableOtp}`].flatMap((query): [string, string, unknown?][] => [
        ["GET", `/ephemeral/signatures/?${query}`],
        ["PATCH", `/ephemeral/signatures/?${query}`, { status: "REFUSED" }],
      ]),
    ];
    for (const key of [keys.other, keys.live]) {
      for (const [method, path, body] of calls) {
        const answer = await call<Failed>(method, path, key, body);
        expect([method, path, answer.status, answer.body.errorCode]).toEqual([
          method,
          path,
          404,
          "NOT_FOUND",
        ]);
      }
      for (const path of ["/ephemeral/orders/search", "/ephemeral/signatures/search"]) {
        expect((await call("GET", path, key)).body).toEqual([]);
      }
    }
    expect((await call("GET", `/ephemeral/signatures/?${request}`, keys.test)).body).toEqual(items[0]);
  });
});
