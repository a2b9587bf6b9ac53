/** A repeatable source of whole numbers (mulberry32): the same seed finds the same bug again. */
export function seededRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** A damaged copy: cut short, octets changed, removed, repeated or put in. */
export function damaged(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  const octets = [...bytes];
  for (let times = 1 + random(3); times > 0; times--) {
    const at = random(octets.length + 1);
    const kind = random(5);
    if (kind === 0) octets.length = Math.min(octets.length, at);
    else if (kind === 1) octets[Math.min(at, Math.max(0, octets.length - 1))] = random(256);
    else if (kind === 2) octets.splice(at, 1 + random(4));
    else if (kind === 3) octets.splice(at, 0, ...octets.slice(at, at + random(40)));
    else octets.splice(at, 0, ...Array.from({ length: 1 + random(4) }, () => random(256)));
  }
  return Uint8Array.from(octets);
}
