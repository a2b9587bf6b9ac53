import { createPublicKey, verify } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { type ProviderServer, type ReceivedRequest, startProvider } from "./providerServer.js";

/** What a notification says, as its receiver reads it. */
export interface Notification {
  readonly type: string;
  readonly timestamp: string;
  readonly api_version: string;
  readonly mode: string;
  readonly data: { readonly order?: string; readonly sequence?: number; readonly [name: string]: unknown };
}

export interface Received {
  /** The `webhook-id`. */
  readonly id: string;
  readonly body: string;
  readonly notification: Notification;
  readonly request: ReceivedRequest;
}

/** Somebody who integrates: a server that is told of things. It answers 200, unless told otherwise. */
export class Integrator {
  status = 200;

  private constructor(private readonly server: ProviderServer) {}

  static async open(): Promise<Integrator> {
    let integrator: Integrator | null = null;
    const server = await startProvider((_request, response) => {
      response.statusCode = integrator?.status ?? 503;
      response.end();
    });
    integrator = new Integrator(server);
    return integrator;
  }

  get url(): string {
    return `${this.server.baseUrl}/hooks?token=s3cr3t`;
  }

  /** Every request so far, oldest first. */
  get received(): Received[] {
    return this.server.requests.map((request) => {
      const body = request.body.toString("utf8");
      const notification = JSON.parse(body) as Notification;
      return { id: String(request.headers["webhook-id"]), body, notification, request };
    });
  }

  /** What was told of one order. */
  of(order: { readonly id: string }): Received[] {
    return this.received.filter(({ notification }) => notification.data.order === order.id);
  }

  close(): Promise<void> {
    return this.server.stop();
  }
}

/** Versions of the signatures of a request, in their order. */
export function signatureVersions({ request }: Received): string[] {
  return String(request.headers["webhook-signature"])
    .split(" ")
    .map((signature) => signature.split(",")[0]!);
}

/** Has the Standard Webhooks library verify a request. @throws its error @param secret `whsec_…` */
export function verifyBySecret({ request, body }: Received, secret: string): void {
  new Webhook(secret).verify(body, request.headers as Record<string, string>);
}

/** Whether one of the request's `v1a` signatures is this key's (Ed25519, RFC 8032). @param publicKey `whpk_…` */
export function isSignedBy({ id, request, body }: Received, publicKey: string): boolean {
  const x = Buffer.from(publicKey.replace(/^whpk_/, ""), "base64").toString("base64url");
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  const signed = Buffer.from(`${id}.${String(request.headers["webhook-timestamp"])}.${body}`);
  return String(request.headers["webhook-signature"])
    .split(" ")
    .filter((signature) => signature.startsWith("v1a,"))
    .some((signature) => verify(null, signed, key, Buffer.from(signature.slice(4), "base64")));
}
