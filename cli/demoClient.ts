interface DemoOrder {
  readonly id: string;
  readonly state: string;
  readonly documents: readonly { readonly id: string }[];
  readonly signers: readonly { readonly id: string; readonly signing_url: string }[];
}

/** Speaks to the service as a caller, and as a signer's browser, over HTTP and nothing else. */
export class DemoClient {
  constructor(
    private readonly baseUrl: string,
    private readonly apiKey: string,
  ) {}

  async createOrder(name: string, pdf: Uint8Array, email: string): Promise<DemoOrder> {
    const form = new FormData();
    const signer = { given_name: "Ada", surname: "Lovelace", country: "GB", email };
    form.set("order", JSON.stringify({ title: name, signers: [signer] }));
    form.set("file", new Blob([Buffer.from(pdf)], { type: "application/pdf" }), name);
    const response = await fetch(`${this.baseUrl}/v1/orders`, {
      method: "POST",
      headers: { Authorization: `Bearer ${this.apiKey}` },
      body: form,
    });
    return (await answerOf(response)).json() as Promise<DemoOrder>;
  }

  /** What a browser does first. */
  async open(url: string): Promise<void> {
    await answerOf(await fetch(url));
  }

  /** One of the signer's calls. */
  async call<T>(method: "GET" | "POST", url: string, body?: object, token?: string): Promise<T> {
    const response = await fetch(url, {
      method,
      headers: {
        ...(body && { "Content-Type": "application/json" }),
        ...(token && { Authorization: `Bearer ${token}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    return (await answerOf(response)).json() as Promise<T>;
  }

  /** Reads the newest code that was sent to an address. */
  async readCode(email: string): Promise<string> {
    const response = await fetch(`${this.baseUrl}/dev/outbox.json?to=${encodeURIComponent(email)}`);
    const { data } = (await (await answerOf(response)).json()) as { data: { text: string }[] };
    const code = /\b\d{6}\b/.exec(data[0]?.text ?? "")?.[0];
    if (!code) throw new Error(`No code for ${email} is in the outbox.`);
    return code;
  }

  async download(url: string): Promise<Uint8Array> {
    const response = await fetch(url, { headers: { Authorization: `Bearer ${this.apiKey}` } });
    return new Uint8Array(await (await answerOf(response)).arrayBuffer());
  }
}

/** @throws Error with the problem's own sentence */
async function answerOf(response: Response): Promise<Response> {
  if (response.ok) return response;
  const problem = (await response.json().catch(() => ({}))) as { detail?: string; code?: string };
  throw new Error(`${problem.detail ?? response.statusText} (${problem.code ?? response.status})`);
}
