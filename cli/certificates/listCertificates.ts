import { printable } from "../printable.js";
import type { ServiceClient } from "./apiCall.js";

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly api_key: string;
  readonly state: string;
  readonly expires_at: string;
}

/** Prints the certificates of the key's mode, newest first, one a line. */
export async function listCertificates(client: ServiceClient): Promise<void> {
  for (let cursor: string | null = ""; cursor !== null; ) {
    const query = `limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
    const page: { data: Listed[]; next_cursor: string | null } = await client.call(
      "GET",
      `/v1/client-certificates?${query}`,
    );
    for (const { id, api_key, state, expires_at, name } of page.data) {
      const line = [id, state.padEnd(7), expires_at.slice(0, 10), api_key, name].join("  ");
      process.stdout.write(`${printable(line)}\n`);
    }
    cursor = page.next_cursor;
  }
}
