const signsOfLife = ["pointerdown", "keydown", "wheel"] as const;

/**
 * Does something once nobody has touched the page for so long, also where the machine slept meanwhile.
 * @returns ends the watch
 */
export function whenIdle(idleMs: number, act: () => void): () => void {
  const watch = new AbortController();
  const { signal } = watch;
  let touchedAt = Date.now();
  const look = () => {
    if (signal.aborted || Date.now() - touchedAt < idleMs) return;
    watch.abort();
    act();
  };
  const touched = () => {
    look();
    touchedAt = Date.now();
  };
  for (const sign of signsOfLife) {
    document.addEventListener(sign, touched, { signal, capture: true, passive: true });
  }
  document.addEventListener("visibilitychange", look, { signal });
  const timer = window.setInterval(look, 10_000);
  signal.addEventListener("abort", () => window.clearInterval(timer));
  return () => watch.abort();
}
