/** What the placeholders of a text can stand for. */
export type Placeholder =
  | "sender"
  | "title"
  | "signer"
  | "link"
  | "expires"
  | "reason"
  | "by"
  | "code"
  | "life";

export type Values = Readonly<Partial<Record<Placeholder, string>>>;

const placeholderForm = /\{([A-Za-z_]+)\}/g;

/** Whatever stands in braces in a text, in its order, whether or not it could be a placeholder. */
export function placeholdersOf(template: string): string[] {
  return [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name!);
}

/**
 * Puts values in the place of placeholders. A value is never looked at for placeholders again, so that nobody's name
 * can name another.
 */
export function fill(template: string, values: Readonly<Record<string, string | undefined>>): string {
  return template.replace(placeholderForm, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? "") : whole,
  );
}
