import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express, { type Request, type Response } from "express";
import { hostedPageHeaders } from "../../api/http/pages/contentSecurityPolicy.js";
import { assetsRouter, renderHostedPage } from "../../api/http/pages/hostedPage.js";
import { type Answer, answerTo, problem } from "./fakeSignerAnswers.js";
import { type FakeOrder, fakeOrder } from "./fakeSignerOrder.js";

export interface FakeSignerServer {
  /** E.g. `http://127.0.0.1:40123`. */
  readonly baseUrl: string;
  /** Makes an order for one signer. @returns it, and the signing link's address */
  order(changes?: Partial<FakeOrder>): { order: FakeOrder; link: string };
  close(): Promise<void>;
}

/**
 * A server that answers the signer's calls from memory, with our own page and headers.
 * @param port 0 for any
 */
export async function fakeSignerServer(port = 0): Promise<FakeSignerServer> {
  const orders = new Map<string, FakeOrder>();
  const app = express();
  app.use(assetsRouter());
  app.use(express.json({ limit: "2mb" }));

  app.get("/s/:token", (request, response) => {
    const order = orders.get(request.params.token);
    const signerId = order?.signer.id ?? "unknown";
    response
      .set(hostedPageHeaders(order?.page))
      .send(renderHostedPage({ signerId, session: "", language: "en", title: "Paraph" }));
  });

  app.get("/s/:token/files/:id", (request, response) => {
    const file = orders.get(request.params.token)?.documents.find(({ id }) => id === request.params.id);
    if (file === undefined || Number(request.query["until"]) < Date.now()) {
      response.status(403).json(problem(403, "link_expired", "The link has expired"));
      return;
    }
    response.type("application/pdf").send(Buffer.from(file.bytes));
  });

  app.all("/s/:token/signers/:signer/:call", (request: Request, response: Response) => {
    const { token, signer, call } = request.params as Record<"token" | "signer" | "call", string>;
    const order = orders.get(token);
    const known = order !== undefined && order.signer.id === signer ? order : undefined;
    const answer: Answer =
      known === undefined
        ? problem(404, "not_found", "Not found")
        : answerTo(known, `${request.method} ${call}`, `/s/${token}`, request);
    const pause = known?.slowMilliseconds ?? 0;
    setTimeout(
      () => response.status(answer.status).type(answer.type).send(JSON.stringify(answer.body)),
      pause,
    );
  });

  const server: Server = createServer(app);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    baseUrl,
    order(changes = {}) {
      const token = randomBytes(16).toString("base64url");
      const order = fakeOrder(changes);
      orders.set(token, order);
      return { order, link: `${baseUrl}/s/${token}` };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
