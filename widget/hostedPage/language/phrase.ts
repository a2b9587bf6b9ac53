/**
 * A sentence with `{names}` to fill in; where it depends on `{count}`, one sentence for each plural category that the
 * language has (Unicode CLDR), `other` always among them.
 */
export type Phrase = string | (Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string });
