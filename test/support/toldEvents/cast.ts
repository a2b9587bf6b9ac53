import { createHash } from "node:crypto";

/** Who and what stands in the events of a made-up order. */
export const key = { kind: "api_key", id: "key_00000000000000000000000002" } as const;
export const [ada, grace, will] = ["sgr_ada", "sgr_grace", "sgr_will"];
export const contract = "doc_contract";
export const byAda = { kind: "signer", id: ada } as const;
export const seen = {
  ip: "198.51.100.7",
  user_agent: "Mozilla/5.0 (X11) Firefox/140.0",
  session: "browser-1",
};

export function sha(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
