import { randomBytes } from "node:crypto";
import { decimalId } from "../../../../api/dialects/certsign/decimalId.js";
import type { OrderAnswer } from "../../../../api/dialects/certsign/orders/presentOrder.js";
import type { OrderView } from "../../../../api/orders/orderViews.js";
import { ada, uuidOf } from "../../../support/orderDesk.js";
import { CertSignDesk, type Failed, holder } from "./certSignDesk.js";

let desk: CertSignDesk;

beforeAll(async () => {
  desk = await CertSignDesk.open();
});
afterAll(() => desk.close());

const get = <Body = OrderAnswer>(query: string, apiKey?: string) =>
  desk.call<Body>("GET", `/ephemeral/orders${query}`, undefined, {}, apiKey);

describe("an order", () => {
  test("is found by its id, by the caller's, by both in any order, with a slash at the end and without", async () => {
    const order = await desk.order({ externalOrderRequestId: "lease 17" });
    const { orderRequestId: id } = order;
    const queries = [
      `?id=${id}`,
      "?externalId=lease%2017",
      `?externalId=lease+17&id=${id}`,
      `?id=${id}&externalId=`,
      `?id=&externalId=lease%2017`,
    ];
    for (const query of queries) {
      for (const slash of ["", "/"]) expect((await get(`${slash}${query}`)).body).toEqual(order);
    }
    expect((await desk.raw("GET", `/ephemeral/orders/?id=${id}`, "null")).body).toEqual(order);
    expect((await desk.call("GET", `/EPHEMERAL/Orders?id=${id}`)).body).toEqual(order);
  });

  test("is not found by two ids of which one names nothing, and it is said which", async () => {
    const { orderRequestId: id } = await desk.order({ externalOrderRequestId: "found" });
    const answers = [
      await get<Failed>(`?id=${id}&externalId=nobody`),
      await get<Failed>("?id=1&externalId=found"),
    ];
    expect(answers.map(({ status, body }) => [status, body.field])).toEqual([
      [404, "externalId"],
      [404, "id"],
    ]);
    expect(answers[0]!.body.errorMsg).toContain('"nobody"');
  });

  test("is not found by two ids that name two orders, and nothing is done with either", async () => {
    const [one, other] = [
      await desk.order({ externalOrderRequestId: "one" }),
      await desk.order({ externalOrderRequestId: "other" }),
    ];
    const query = `?id=${one.orderRequestId}&externalId=other`;
    const { status, body } = await get<Failed>(query);
    expect([status, body.errorCode]).toEqual([400, "IDS_DISAGREE"]);
    expect((await desk.call("DELETE", `/ephemeral/orders${query}`)).status).toBe(400);
    expect([(await desk.read(one)).status, (await desk.read(other)).status]).toEqual(["CREATED", "CREATED"]);
  });

  test.each([
    ["no id", "", 400, "ID_MISSING"],
    ["an id of nothing", "?id=158774", 404, "NOT_FOUND"],
    ["an id that is none", "?id=abc", 404, "NOT_FOUND"],
    ["an external id of nothing", "?externalId=nobody", 404, "NOT_FOUND"],
    ["an id that is there twice", "?id=1&id=2", 400, "FIELD_INVALID"],
    ["a parameter that there is not", "?id=1&orderId=2", 400, "FIELD_UNKNOWN"],
  ])("is not found by %s", async (_, query, status, code) => {
    const answer = await get<Failed>(query);
    expect([answer.status, answer.body.errorCode]).toEqual([status, code]);
    expect(answer.body.requestId).toBe(answer.headers.get("Request-Id"));
  });

  test("is nobody else's: another tenant and the other mode find nothing", async () => {
    const order = await desk.order({ externalOrderRequestId: "mine" });
    for (const mode of ["test", "live"] as const) {
      const { apiKey } = await desk.desk.service.tenant("Another", mode);
      for (const query of [`?id=${order.orderRequestId}`, "?externalId=mine"]) {
        expect((await get<Failed>(query, apiKey)).body.errorCode).toBe("NOT_FOUND");
      }
    }
  });

  test("has an external id that no other order of the mode can have, however close they come", async () => {
    const create = () =>
      desk.call<Failed>("POST", "/ephemeral/orders", { externalOrderRequestId: "only", holder });
    const answers = await Promise.all([create(), create(), create()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const refused = answers.find(({ status }) => status === 409)!;
    expect(refused.body).toMatchObject({ errorCode: "EXTERNAL_ID_TAKEN", field: "externalOrderRequestId" });
    expect(await desk.desk.sql("SELECT id FROM orders WHERE external_id = 'only'")).toHaveLength(1);
  });

  test("is made once for one Idempotency-Key", async () => {
    const body = { externalOrderRequestId: "repeated", holder };
    const create = () =>
      desk.call<OrderAnswer>("POST", "/ephemeral/orders/", body, { "Idempotency-Key": "create-1" });
    const [first, second] = [await create(), await create()];
    expect(second.body).toEqual(first.body);
    expect([first.status, second.status]).toEqual([200, 200]);
  });

  test("keeps the document that its holder is known by sealed, and nowhere in the clear", async () => {
    const number = "1445415566";
    const order = await desk.order({ holder: { ...holder, idNumber: number, idType: "IDCARD" } });
    const added = (await desk.events(order)).find(({ type }) => type === "signer.added");
    expect(added!.personal).toMatchObject({ identity_document: { type: "identity_card", number } });
    const tables = await desk.desk.sql<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
    );
    for (const { name } of tables) {
      const found = await desk.desk.sql(`SELECT 1 FROM "${name}" t WHERE t::text LIKE '%${number}%'`);
      expect([name, found]).toEqual([name, []]);
    }
  });

  test("is seen in /v1 as what it is: a draft of one signer who is written to by nobody", async () => {
    const order = await desk.order({
      externalOrderRequestId: "seen",
      holder: { ...holder, mobile: "33612345678" },
      clientIdentifier: "client 1",
      enableOtp: true,
      otpContact: "bob@example.org",
      enableEmail: true,
      enableSharing: false,
    });
    const id = await desk.publicId(order);
    const { body } = await desk.desk.client.get<OrderView>(`/v1/orders/${id}`);
    expect(body).toMatchObject({
      state: "draft",
      title: "seen",
      external_id: "seen",
      notify: false,
      mail_documents: true,
      metadata: { client_identifier: "client 1", enable_sharing: "false" },
      signers: [
        {
          given_name: "Ada",
          surname: "Lovelace",
          phone: "+33612345678",
          code_contact: "bob@example.org",
          authentication: "email",
          language: "fr",
        },
      ],
    });
    expect(decimalId(uuidOf(body.id))).toBe(order.orderRequestId);
  });
});

describe("orders of other interfaces", () => {
  test("are found by their number, and by their external id unless several have it", async () => {
    const order = await desk.desk.order([ada], { external_id: "elsewhere" });
    const number = decimalId(uuidOf(order.id));
    const seen = { orderRequestId: number, externalOrderRequestId: "elsewhere", status: "SIGN_WAITING" };
    for (const query of [`?id=${number}`, "?externalId=elsewhere", `?id=${number}&externalId=elsewhere`]) {
      expect((await get(query)).body).toEqual(seen);
    }
    await desk.desk.order([ada], { external_id: "elsewhere" });
    await desk.desk.order([ada], { external_id: "elsewhere" });
    const { status, body } = await get<Failed>("?externalId=elsewhere");
    expect([status, body.errorCode]).toEqual([409, "EXTERNAL_ID_AMBIGUOUS"]);
    expect((await get(`?externalId=elsewhere&id=${number}`)).body).toEqual(seen);
  });

  test("give way to one of this dialect that has the same external id", async () => {
    await desk.desk.order([ada], { external_id: "both" });
    const own = await desk.order({ externalOrderRequestId: "both" });
    await desk.desk.order([ada], { external_id: "both" });
    expect((await get("?externalId=both")).body).toEqual(own);
  });

  test("are neither added to nor signed here: their signers agree to them elsewhere", async () => {
    const order = await desk.desk.order([ada]);
    const number = { orderRequestId: decimalId(uuidOf(order.id)) } as OrderAnswer;
    const answers = [
      await desk.addDocuments<Failed>(number),
      await desk.addDocuments<Failed>(number, [desk.document()], "/trigger"),
      await desk.sign<Failed>(number),
      await desk.triggered<Failed>(number, "123456"),
    ];
    expect(answers.map(({ status, body }) => [status, body.errorCode])).toEqual(
      answers.map(() => [409, "WRONG_PATH"]),
    );
    expect((await desk.desk.read(order)).state).toBe("ready");
  });

  test("share a number once in millions of times: then neither is found by it, and one of this dialect gets another", async () => {
    const { platform } = desk.desk.service;
    /** Has the next order made with these random bytes, behind those of the request's own id. */
    const withRandom = <T>(chosen: Buffer, work: () => Promise<T>) => {
      const next = [randomBytes(16), chosen];
      const bytes = (length: number) => (length === 16 && next.shift()) || randomBytes(length);
      const random = { ...platform.random, bytes };
      return desk.desk.replacing({ random }, work);
    };
    const [one, two, three] = [1, 2, 3].map((last) =>
      Buffer.concat([Buffer.alloc(15, 7), Buffer.from([last])]),
    );
    const first = await withRandom(one!, () => desk.order());
    const second = await withRandom(two!, () => desk.order());
    expect(second.orderRequestId).not.toBe(first.orderRequestId);
    expect((await get(`?id=${first.orderRequestId}`)).body).toEqual(first);
    const elsewhere = await withRandom(three!, () => desk.desk.order([ada]));
    expect(decimalId(uuidOf(elsewhere.id))).toBe(first.orderRequestId);
    expect((await get<Failed>(`?id=${first.orderRequestId}`)).body.errorCode).toBe("NOT_FOUND");
  });
});

test("what is no call of the dialect is answered in its words", async () => {
  const nothing = await desk.raw("GET", "/ephemeral/certificates", "");
  expect(nothing).toMatchObject({ status: 404, body: { errorCode: "NOT_FOUND" } });
  const malformed = await desk.call<Failed>("POST", "/ephemeral/orders", "{");
  expect([malformed.status, malformed.body.errorCode]).toEqual([400, "BODY_INVALID"]);
  const stranger = await desk.call<Failed>("GET", "/ephemeral/orders?id=1", undefined, {}, "nobody");
  expect([stranger.status, stranger.body.errorCode]).toEqual([401, "UNAUTHENTICATED"]);
});

test("keys that may only read make nothing", async () => {
  const { body } = await desk.desk.client.post<{ key: string; secret: string }>("/v1/api-keys", {
    name: "reader",
    scopes: ["orders:read"],
  });
  const secret = Object.values(body).find(
    (value) => typeof value === "string" && value.length > 40,
  ) as string;
  const refused = await desk.call<Failed>("POST", "/ephemeral/orders", { holder }, {}, secret);
  expect([refused.status, refused.body.errorCode]).toEqual([403, "FORBIDDEN"]);
});
