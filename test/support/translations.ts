/** All texts of one language by their path, `frame.page`. */
function textsOf(words: object, path = ""): [path: string, text: string][] {
  return Object.entries(words).flatMap(([name, part]): [string, string][] =>
    typeof part === "string" ? [[`${path}${name}`, part]] : textsOf(part as object, `${path}${name}.`),
  );
}

const braces = (text: string | undefined): string[] => (text?.match(/\{[a-z]+\}/g) ?? []).sort();

/** Every text is there, none is empty or has blanks around it, and each has the placeholders of the English one. */
export function expectTranslated(words: object, english: object): void {
  const [said, original] = [new Map(textsOf(words)), new Map(textsOf(english))];
  expect([...said.keys()].sort()).toEqual([...original.keys()].sort());
  for (const [path, text] of said) {
    expect([path, text.trim() === text && text !== ""]).toEqual([path, true]);
    expect([path, braces(text)]).toEqual([path, braces(original.get(path))]);
  }
}
