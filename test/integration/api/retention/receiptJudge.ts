import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PurgeView } from "../../../../api/retention/purgeView.js";
import { openssl } from "../../../support/openssl.js";
import type { TestService } from "../../../support/service.js";

/** What a receipt says, as far as tests look at it. */
export interface Receipt {
  readonly format: string;
  readonly purge: string;
  readonly order: string;
  readonly mode: string;
  readonly subject: string;
  readonly reason: string;
  readonly requested_at: string;
  readonly done_at: string;
  readonly documents_until: string;
  readonly evidence_until: string;
  readonly clock_offset_seconds?: number;
  readonly items: { kind: string; document?: string; revision?: number; sha256?: string; bytes?: number }[];
  readonly objects: number;
  readonly chain: { length: number; head: string };
  readonly legal_hold: boolean;
  readonly remains: { what: string; until: string | null; documents?: boolean }[];
}

/**
 * Has OpenSSL check the signature over a receipt, against the mode's root.
 * @param receipt the text that is to be what was signed
 * @throws Error where it is not
 */
export async function judgedReceipt(
  service: TestService,
  purge: PurgeView,
  receipt = purge.receipt!,
): Promise<Receipt> {
  const directory = await mkdtemp(join(tmpdir(), "paraph-receipt-"));
  try {
    const mode = (JSON.parse(receipt) as Receipt).mode as "test" | "live";
    await writeFile(join(directory, "receipt.json"), receipt);
    await writeFile(join(directory, "receipt.p7s"), Buffer.from(purge.signature!, "base64"));
    await writeFile(join(directory, "root.cer"), service.hierarchies[mode].root.der);
    await openssl(directory, "x509", "-inform", "DER", "-in", "root.cer", "-out", "root.pem");
    const signature = ["-inform", "DER", "-in", "receipt.p7s", "-content", "receipt.json", "-binary"];
    const trust = ["-CAfile", "root.pem", "-purpose", "any"];
    await openssl(directory, "cms", "-verify", ...signature, ...trust, "-out", "checked.json");
    return JSON.parse(receipt) as Receipt;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
