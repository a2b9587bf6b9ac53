import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Authorities, newAuthorities } from "./authorities.js";

/** Authorities that can be reached over HTTP on loopback, as their certificates say. */
export interface AuthorityServer {
  readonly authorities: Authorities;
  /** Where time-stamps are asked for (RFC 3161 3.4). */
  readonly timestampUrl: string;
  stop(): Promise<void>;
}

export async function startAuthorityServer(): Promise<AuthorityServer> {
  let authorities: Authorities | undefined;
  let place = "";
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = `${place}${request.url}`;
    const body = Buffer.concat(chunks);
    const { revocation, answerTimestampRequest } = authorities!;
    const answer =
      request.method === "POST"
        ? request.url === "/tsa"
          ? await answerTimestampRequest(body)
          : await revocation.ocsp(url, body)
        : ((await revocation.crl(url)) ?? (await revocation.certificate(url)));
    response.writeHead(answer ? 200 : 404).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  place = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  authorities = await newAuthorities(() => new Date(), place);
  return {
    authorities,
    timestampUrl: `${place}/tsa`,
    stop: () =>
      new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve()))),
  };
}
