import { type HttpClient, jsonOf, toJson } from "./httpClient.js";

/** A tenant's program, as the service knows it. */
export interface Caller {
  readonly headers: { readonly Authorization: string };
}

/** One order on its way, with what its steps have learnt. */
export interface TravellingOrder {
  readonly number: number;
  readonly email: string;
  id: string;
  document: string;
  /** Path of the signer's page, and of their calls. */
  link: string;
  signer: string;
  source: string;
  /** What the signer agrees to. */
  clauses: readonly Clause[];
  /** Numbers of the document's pages. */
  readonly pages: readonly number[];
  code: string;
  session: string;
}

interface Clause {
  readonly position: number;
  readonly text: string;
}

/** One thing that a caller or a signer does with an order. */
export interface Step {
  readonly name: string;
  run(order: TravellingOrder): Promise<void>;
}

interface CreatedOrder {
  readonly id: string;
  readonly documents: readonly { readonly id: string }[];
  readonly signers: readonly { readonly id: string; readonly signing_url: string }[];
}

/**
 * A whole order, as the tenant's program and the signer's browser see it: from the document to the signed one.
 * @param pdf the document of every order
 * @param further members of each order
 */
export function wholeRoad(
  client: HttpClient,
  caller: Caller,
  pdf: Uint8Array,
  further: object = {},
): readonly Step[] {
  const documents = [{ name: "agreement.pdf", content: Buffer.from(pdf).toString("base64") }];
  return [
    {
      name: "create the order, with its document",
      run: async (order) => {
        const signers = [{ given_name: "Ada", surname: "Lovelace", country: "GB", email: order.email }];
        const external_id = `bench-${order.number}`;
        const body = toJson({ title: "Agreement", external_id, documents, signers, ...further });
        const headers = { ...caller.headers, "Idempotency-Key": order.email };
        const created = jsonOf<CreatedOrder>(await client.call("POST", "/v1/orders", { body, headers }));
        const signer = created.signers[0]!;
        order.id = created.id;
        order.document = created.documents[0]!.id;
        order.link = new URL(signer.signing_url).pathname;
        order.signer = `${order.link}/signers/${signer.id}`;
      },
    },
    {
      name: "open the link",
      run: async ({ link }) => void (await client.call("GET", link)),
    },
    {
      name: "read the status",
      run: async (order) => {
        const status = await client.call("GET", `${order.signer}/status`);
        order.clauses = jsonOf<{ clauses: Clause[] }>(status).clauses;
      },
    },
    {
      name: "ask for the document's address",
      run: async (order) => {
        const links = await client.call("GET", `${order.signer}/pdf-url`);
        order.source = jsonOf<{ documents: { url: string }[] }>(links).documents[0]!.url;
      },
    },
    {
      name: "download the document",
      run: async ({ source }) => {
        const { body } = await client.call("GET", source);
        if (!body.equals(pdf)) throw new Error("The document is not the one that was given.");
      },
    },
    {
      name: "tell which pages were shown",
      run: async ({ signer, document, pages }) => {
        const body = { document_id: document, pages: pages.map((page) => ({ page })) };
        await client.call("POST", `${signer}/pages-shown`, { body });
      },
    },
    {
      name: "give the consent",
      run: async ({ signer, clauses }) => {
        const body = { clauses: clauses.map(({ position, text }) => ({ position, text })) };
        await client.call("POST", `${signer}/consents`, { body });
      },
    },
    {
      name: "have a code sent",
      run: async ({ signer }) => void (await client.call("POST", `${signer}/send-otp`, { body: {} })),
    },
    {
      name: "read the code in the outbox",
      run: async (order) => {
        const kept = await client.call("GET", `/dev/outbox.json?to=${encodeURIComponent(order.email)}`);
        const messages = jsonOf<{ data: { text: string }[] }>(kept).data;
        const code = messages
          .map(({ text }) => /\b\d{6}\b/.exec(text)?.[0])
          .find((found) => found !== undefined);
        if (code === undefined) throw new Error(`No code for ${order.email} is in the outbox.`);
        order.code = code;
      },
    },
    {
      name: "give the code",
      run: async (order) => {
        const body = { otp: order.code };
        const verified = await client.call("POST", `${order.signer}/verify-otp`, { body });
        order.session = jsonOf<{ sessionToken: string }>(verified).sessionToken;
      },
    },
    {
      name: "sign",
      run: async (order) => {
        const body = { typedName: "Ada Lovelace" };
        const headers = { Authorization: `Bearer ${order.session}` };
        await client.call("POST", `${order.signer}/sign`, { body, headers });
      },
    },
    {
      name: "fetch the order, completed",
      run: async ({ id }) => {
        const fetch = async () =>
          jsonOf<{ state: string }>(
            await client.call("GET", `/v1/orders/${id}`, { headers: caller.headers }),
          );
        for (let looks = 1; (await fetch()).state !== "completed"; looks++) {
          if (looks === 100) throw new Error("The order is not completed.");
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      },
    },
    {
      name: "fetch the signed document",
      run: async ({ id, document }) => {
        const path = `/v1/orders/${id}/documents/${document}/signed`;
        const { body } = await client.call("GET", path, { headers: caller.headers });
        if (body.length <= pdf.length) throw new Error("The document is not signed.");
      },
    },
  ];
}

let orders = 0;

/**
 * An order that is yet to be made. Its signer is nobody else's, so that their code is found.
 * @param pageCount of the document
 */
export function newTraveller(pageCount: number): TravellingOrder {
  orders += 1;
  return {
    number: orders,
    email: `signer-${process.pid}-${orders}@example.org`,
    pages: Array.from({ length: pageCount }, (_, index) => index + 1),
    id: "",
    document: "",
    link: "",
    signer: "",
    source: "",
    clauses: [],
    code: "",
    session: "",
  };
}
