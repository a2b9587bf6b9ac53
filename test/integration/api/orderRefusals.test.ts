import { sampleContract } from "../../../api/demo/sampleContract.js";
import { ApiClient } from "../../support/apiClient.js";
import { startService, type TestService } from "../../support/service.js";
import { storedObjects } from "../../support/storedObjects.js";

let service: TestService;
let client: ApiClient;
let content: string;

beforeAll(async () => {
  service = await startService({ limits: { documentsPerOrder: 3, signersPerOrder: 3 } });
  client = new ApiClient(service.baseUrl, (await service.tenant()).apiKey);
  content = Buffer.from(await sampleContract()).toString("base64");
});
afterAll(() => service.stop());

const signer = { given_name: "Ada", surname: "Lovelace", email: "ada@example.org" };
const document = { name: "lease.pdf", content: "@content" };
const place = { page: 1, x: 70, y: 600, width: 180, height: 56 };

/** An order that would be taken, with something else in it. */
type Change = Readonly<Record<string, unknown>>;
const order = (change: Change) => ({ title: "Lease", documents: [document], signers: [signer], ...change });
const withSigner = (change: Change) => order({ signers: [signer, { ...signer, ...change }] });
const withDocument = (change: Change) => order({ documents: [document, { ...document, ...change }] });
const withPlace = (change: Change) => withSigner({ placements: [{ ...place, ...change }] });

/** JSON as it goes over the wire, with the document put in and a number that JSON.stringify cannot write. */
const wire = (body: unknown) =>
  JSON.stringify(body).replaceAll("@content", content).replaceAll('"@huge"', "1e999");

test("the order that is changed below is taken as it stands", async () => {
  expect((await client.post("/v1/orders", wire(withPlace({})))).status).toBe(201);
});

const lettersPast = (count: number) => "a".repeat(count + 1);
const refusals: Readonly<Record<string, readonly [string, unknown, string][]>> = {
  field_invalid: [
    ["a body that is a list", [], "body"],
    ["no title", order({ title: undefined }), "title"],
    ["a title that is null", order({ title: null }), "title"],
    ["a title that is a number", order({ title: 1 }), "title"],
    ["an empty title", order({ title: "" }), "title"],
    ["a long title", order({ title: lettersPast(200) }), "title"],
    ["U+0000 in the title", order({ title: "a\u0000b" }), "title"],
    ["half of a surrogate pair in the title", order({ title: "a\ud800b" }), "title"],
    ["an empty external_id", order({ external_id: "" }), "external_id"],
    ["a long external_id", order({ external_id: lettersPast(200) }), "external_id"],
    ["a draft that is a text", order({ draft: "true" }), "draft"],
    ["an empty consent", order({ consent_text: "" }), "consent_text"],
    ["a long consent", order({ consent_text: lettersPast(5000) }), "consent_text"],
    ["an end that is no time", order({ expires_at: "soon" }), "expires_at"],
    ["an end on a day that does not exist", order({ expires_at: "2027-02-30T00:00:00Z" }), "expires_at"],
    ["an end that is a number", order({ expires_at: 1_800_000_000 }), "expires_at"],
    ["an end in the past", order({ expires_at: "2020-01-01T00:00:00Z" }), "expires_at"],
    ["an end in more than a year", order({ expires_at: "2999-01-01T00:00:00Z" }), "expires_at"],
    ["metadata that is a list", order({ metadata: ["a"] }), "metadata"],
    ["metadata with a number", order({ metadata: { a: 1 } }), "metadata.a"],
    ["metadata with an object", order({ metadata: { a: { b: "c" } } }), "metadata.a"],
    ["metadata with an empty key", order({ metadata: { "": "x" } }), "metadata."],
    [
      "metadata with a long key",
      order({ metadata: { [lettersPast(40)]: "x" } }),
      `metadata.${lettersPast(40)}`,
    ],
    ["metadata with a long value", order({ metadata: { a: lettersPast(500) } }), "metadata.a"],
    [
      "51 keys of metadata",
      order({ metadata: Object.fromEntries([...Array(51).keys()].map((key) => [key, "x"])) }),
      "metadata",
    ],
    ["half of a surrogate pair in metadata", order({ metadata: { a: "\udc00" } }), "metadata.a"],
    ["an unknown field", order({ colour: "red" }), "colour"],
    ["a field called constructor", order({ constructor: "x" }), "constructor"],
    ["no documents", order({ documents: [] }), "documents"],
    ["documents that are no list", order({ documents: document }), "documents"],
    ["too many documents", order({ documents: Array(4).fill(document) }), "documents"],
    ["nothing to sign", order({ documents: [{ ...document, kind: "info" }] }), "documents"],
    ["a document that is null", order({ documents: [document, null] }), "documents[1]"],
    ["a document without a name", withDocument({ name: undefined }), "documents[1].name"],
    ["a document with an empty name", withDocument({ name: "" }), "documents[1].name"],
    ["a document with a long name", withDocument({ name: lettersPast(200) }), "documents[1].name"],
    ["a document of another kind", withDocument({ kind: "copy" }), "documents[1].kind"],
    ["a document with an unknown field", withDocument({ pages: 3 }), "documents[1].pages"],
    ["a document with neither content nor url", withDocument({ content: undefined }), "documents[1]"],
    [
      "a document with both content and url",
      withDocument({ url: "https://example.org/a.pdf" }),
      "documents[1]",
    ],
    ["content that is no text", withDocument({ content: 5 }), "documents[1].content"],
    ["content that is no base64", withDocument({ content: "%PDF-1.7" }), "documents[1].content"],
    ["content in base64url", withDocument({ content: "-_-_" }), "documents[1].content"],
    ["content in base64 that is cut off", withDocument({ content: "JVBER" }), "documents[1].content"],
    [
      "a long url",
      withDocument({ content: undefined, url: `https://example.org/${lettersPast(2000)}` }),
      "documents[1].url",
    ],
    ["no signers", order({ signers: [] }), "signers"],
    ["signers left out", order({ signers: undefined }), "signers"],
    ["signers that are no list", order({ signers: signer }), "signers"],
    ["too many signers", order({ signers: Array(4).fill(signer) }), "signers"],
    ["a signer that is a text", order({ signers: ["Ada"] }), "signers[0]"],
    ["a signer without a given name", withSigner({ given_name: undefined }), "signers[1].given_name"],
    ["a signer with a blank given name", withSigner({ given_name: " \u00a0" }), "signers[1].given_name"],
    ["a name of which nothing is seen", withSigner({ given_name: "\u200b\u3164" }), "signers[1].given_name"],
    ["a signer with a long surname", withSigner({ surname: lettersPast(64) }), "signers[1].surname"],
    ["a line break in a surname", withSigner({ surname: "Love\nlace" }), "signers[1].surname"],
    [
      "a surname that turns the direction of writing",
      withSigner({ surname: "Love\u202elace" }),
      "signers[1].surname",
    ],
    ["an unknown field of a signer", withSigner({ vip: true }), "signers[1].vip"],
    ["no address for a code by e-mail", withSigner({ email: undefined }), "signers[1].email"],
    ["no number for a code by SMS", withSigner({ authentication: "sms" }), "signers[1].phone"],
    ["an unknown way to send a code", withSigner({ authentication: "fax" }), "signers[1].authentication"],
    ...[
      "ada",
      "ada@",
      "@example.org",
      "ada@example",
      "a b@example.org",
      "ada@example.org, eve@example.org",
      "<ada@example.org>",
    ].map((email): [string, unknown, string] => [
      `the address ${email}`,
      withSigner({ email }),
      "signers[1].email",
    ]),
    [
      "an address with a line break",
      withSigner({ email: "ada@example.org\r\nBcc: eve@example.org" }),
      "signers[1].email",
    ],
    ["a long address", withSigner({ email: `${lettersPast(250)}@example.org` }), "signers[1].email"],
    ...[
      "0612345678",
      "+0612345678",
      "+33 6 12 34 56 78",
      "+3361",
      "+3361234567890123",
      "tel:+33612345678",
    ].map((phone): [string, unknown, string] => [
      `the number ${phone}`,
      withSigner({ phone }),
      "signers[1].phone",
    ]),
    ...["fr", "FRA", "F", "", "France", "ZZ", "XK", "EU"].map((country): [string, unknown, string] => [
      `the country ${country}`,
      withSigner({ country }),
      "signers[1].country",
    ]),
    ...["e", "english language", "en_US", "en-", "", lettersPast(35)].map(
      (language): [string, unknown, string] => [
        `the language ${language}`,
        withSigner({ language }),
        "signers[1].language",
      ],
    ),
    ["a placement on page 0", withPlace({ page: 0 }), "signers[1].placements[0].page"],
    ["a placement on page 1.5", withPlace({ page: 1.5 }), "signers[1].placements[0].page"],
    ["a placement whose page is a text", withPlace({ page: "1" }), "signers[1].placements[0].page"],
    ["a placement in document -1", withPlace({ document: -1 }), "signers[1].placements[0].document"],
    ["a placement left of the page", withPlace({ x: -1 }), "signers[1].placements[0].x"],
    ["a placement infinitely far below", withPlace({ y: "@huge" }), "signers[1].placements[0].y"],
    ["a placement too narrow for anything", withPlace({ width: 3 }), "signers[1].placements[0].width"],
    ["a placement too high for any page", withPlace({ height: 2001 }), "signers[1].placements[0].height"],
    ["an unknown field of a placement", withPlace({ colour: "red" }), "signers[1].placements[0].colour"],
    ["a placement of a kind that there is not", withPlace({ kind: "seal" }), "signers[1].placements[0].kind"],
    [
      "a second placement at fault",
      withSigner({ placements: [place, { ...place, page: 0 }] }),
      "signers[1].placements[1].page",
    ],
  ],
  placement_invalid: [
    ["a placement right of the page", withPlace({ x: 500 }), "signers[1].placements[0]"],
    ["a placement below the page", withPlace({ y: 800 }), "signers[1].placements[0]"],
    ["a placement on a page that is not there", withPlace({ page: 3 }), "signers[1].placements[0]"],
    ["a placement on a page far beyond", withPlace({ page: 1e15 }), "signers[1].placements[0]"],
    ["a placement in a document that is not there", withPlace({ document: 1 }), "signers[1].placements[0]"],
    [
      "a placement in a document for information",
      { ...withPlace({ document: 1 }), documents: [document, { ...document, kind: "info" }] },
      "signers[1].placements[0]",
    ],
    ["a placement without a page", withPlace({ page: undefined }), "signers[1].placements[0]"],
    ["a signature too narrow to write in", withPlace({ width: 19 }), "signers[1].placements[0]"],
    ["a signature too low to write in", withPlace({ height: 9 }), "signers[1].placements[0]"],
  ],
  document_empty: [["a document without bytes", withDocument({ content: "" }), "documents[1]"]],
  document_not_a_pdf: [["a document that is none", withDocument({ content: "aGVsbG8=" }), "documents[1]"]],
  document_fetch_failed: [
    ["a url that is none", withDocument({ content: undefined, url: "lease.pdf" }), "documents[1].url"],
    [
      "a url of another scheme",
      withDocument({ content: undefined, url: "file:///etc/passwd" }),
      "documents[1].url",
    ],
  ],
};

describe.each(Object.entries(refusals))("an order is refused with %s that names the field", (code, cases) => {
  test.each(cases)("for %s", async (_what, body, param) => {
    const answer = await client.refused("POST", "/v1/orders", wire(body));
    expect([answer.status, answer.body.code, answer.body.param]).toEqual([422, code, param]);
    // One sentence for people: no JSON of a validator's, and nothing of what was sent but the field's name.
    expect(answer.body.detail).toMatch(/^[^{}[\]]*(\[\d+\][^{}[\]]*)*\.$/);
    expect(answer.body.detail.length).toBeLessThan(300);
  });
});

test("of all that was refused, nothing is left: no order and no object", async () => {
  const { body } = await client.get<{ data: unknown[] }>("/v1/orders?limit=100");
  expect(body.data).toHaveLength(1);
  expect(await storedObjects(service)).toHaveLength(1);
});

test.each([
  ["an e-mail address", withSigner({ email: "ada" }), /^signers\[1\]\.email must be an e-mail address/],
  [
    "a phone number",
    withSigner({ phone: "0612345678" }),
    /^signers\[1\]\.phone must be a number in E\.164 form/,
  ],
  ["a country", withSigner({ country: "fr" }), /^signers\[1\]\.country must be the two capital letters/],
  ["no clauses", order({ consent_clauses: Array(21).fill("x") }), /^consent_clauses takes at most 20/],
])("a refusal says what must be: %s", async (_what, body, sentence) => {
  expect((await client.refused("POST", "/v1/orders", wire(body))).body.detail).toMatch(sentence);
});

test("a refusal of what an order's state forbids says so in a whole sentence", async () => {
  const { id } = (await client.post<{ id: string }>("/v1/orders", wire(order({})))).body;
  await client.post(`/v1/orders/${id}/cancel`, {});
  const again = await client.refused("POST", `/v1/orders/${id}/cancel`, {});
  expect(again.body.detail).toBe("The order is cancelled; it cannot be cancelled any more.");
});
