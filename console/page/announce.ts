/** Long enough to be read twice. */
const shownMs = 8_000;
let timer = 0;

const place = document.querySelector<HTMLElement>("#announcement");

/** Says in a few words what has just happened, on the page and to whoever hears it. */
export function announce(words: string): void {
  if (place === null) return;
  place.textContent = words;
  place.hidden = words === "";
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    place.hidden = true;
  }, shownMs);
}
