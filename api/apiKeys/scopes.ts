/** What an API key may do. */
export const scopes = [
  "orders:read",
  "orders:write",
  "keys:read",
  "keys:write",
  "webhooks:read",
  "webhooks:write",
] as const;

export type Scope = (typeof scopes)[number];

export function isScope(text: string): text is Scope {
  return (scopes as readonly string[]).includes(text);
}
