const mostCharacters = 300;

/**
 * What a provider said, fit to stand in a log: shortened, on one line, and without the addresses and numbers that
 * providers like to repeat.
 */
export function providerWords(text: string): string {
  return text
    .slice(0, 10 * mostCharacters)
    .replace(/[^\s<>"'(),:;]{1,200}@[^\s<>"'(),;]{1,300}/g, "[address]")
    .replace(/\+?\d[\d ().-]{5,20}\d/g, "[number]")
    .replace(/\p{Cc}+/gu, " ")
    .slice(0, mostCharacters);
}
