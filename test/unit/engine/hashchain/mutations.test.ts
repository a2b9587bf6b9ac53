import { canonicalJson, type Json } from "../../../../engine/hashchain/canonicalJson.js";
import { hasRepeatedName } from "../../../../engine/hashchain/repeatedName.js";
import { verifyAuditExport } from "../../../../engine/hashchain/verify.js";
import { seededRandom } from "../../../support/seededRandom.js";
import { sampleTrail, type Tampered } from "./sampleTrail.js";

const cases = 2000;
const values: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e300,
  "",
  "x",
  "0".repeat(64),
  [],
  {},
  [[]],
  { a: 1 },
  { toString: 1 },
];

/** What no hash covers by design: when the file was made, and personal data that are no longer there. */
function covered(trail: Tampered): Json {
  return {
    ...trail,
    exported_at: undefined,
    events: trail.events.map((event: Tampered) => ({ ...event, personal: undefined })),
  };
}

/** Whether each event has the personal data that it had, or none. */
function onlyErased(trail: Tampered, original: Tampered): boolean {
  return trail.events.every(
    (event: Tampered, index: number) =>
      event.personal === undefined ||
      canonicalJson(event.personal) === canonicalJson(original.events[index].personal),
  );
}

function isTheSame(trail: Tampered, original: Tampered): boolean {
  try {
    return canonicalJson(covered(trail)) === canonicalJson(covered(original)) && onlyErased(trail, original);
  } catch {
    return false;
  }
}

test(`of ${cases} trails with something changed in their values, every one is found out, and none crashes the check`, () => {
  const random = seededRandom(8785);
  const original = sampleTrail() as Tampered;
  let same = 0;
  for (let number = 0; number < cases; number++) {
    const trail = structuredClone(original);
    for (let times = 1 + random(2); times > 0; times--) mutate(trail, random);
    const { faults } = verifyAuditExport(trail);
    if (isTheSame(trail, original)) same += 1;
    else if (faults.length === 0)
      throw new Error(`Case ${number} was not found out: ${JSON.stringify(trail)}`);
  }
  expect(same).toBeLessThan(cases / 4);
});

test(`of ${cases} files with bytes changed, every one that is still JSON and says something else is found out`, () => {
  const random = seededRandom(8259);
  const original = sampleTrail() as Tampered;
  const text = Buffer.from(JSON.stringify(original, null, 1));
  let parsed = 0;
  for (let number = 0; number < cases; number++) {
    const json = damage(text, random).toString("utf8");
    let trail: Tampered;
    try {
      trail = JSON.parse(json);
    } catch {
      continue;
    }
    parsed += 1;
    const found = verifyAuditExport(trail).faults.length > 0 || hasRepeatedName(json);
    if (!found && !isTheSame(trail, original)) throw new Error(`Case ${number} was not found out: ${json}`);
  }
  expect(parsed).toBeGreaterThan(cases / 10);
});

/** Changes, adds, removes, renames or moves something somewhere in a value. */
function mutate(root: Tampered, random: (below: number) => number): void {
  let node = root;
  for (;;) {
    const names = Object.keys(node);
    if (names.length === 0) return;
    const name = names[random(names.length)]!;
    const child = node[name];
    if (typeof child === "object" && child !== null && Object.keys(child).length > 0 && random(5) > 0) {
      node = child;
      continue;
    }
    const value = structuredClone(values[random(values.length)]);
    switch (random(5)) {
      case 0:
        node[name] = value;
        return;
      case 1:
        if (Array.isArray(node)) node.splice(Number(name), 1);
        else delete node[name];
        return;
      case 2:
        if (Array.isArray(node)) node.splice(Number(name), 0, value);
        else node[`${name}2`] = value;
        return;
      case 3: {
        const other = names[random(names.length)]!;
        [node[name], node[other]] = [node[other], node[name]];
        return;
      }
      default:
        if (typeof child === "string" && child.length > 0) {
          const at = random(child.length);
          node[name] = child.slice(0, at) + String.fromCharCode(random(0x3000)) + child.slice(at + 1);
        } else if (typeof child === "number") node[name] = child + 1;
        return;
    }
  }
}

/** Changes, removes, repeats or moves some bytes; mostly such that JSON has a chance to stay JSON. */
function damage(text: Buffer, random: (below: number) => number): Buffer {
  const at = random(text.length);
  const length = 1 + random(30);
  switch (random(4)) {
    case 0: {
      const changed = Buffer.from(text);
      changed[at] = 0x20 + random(0x5f);
      return changed;
    }
    case 1:
      return Buffer.concat([text.subarray(0, at), text.subarray(at + 1)]);
    case 2: {
      // Whole lines, so that members are repeated and dropped.
      const lines = text.toString("utf8").split("\n");
      const line = random(lines.length);
      if (random(2)) lines.splice(line, 1);
      else lines.splice(random(lines.length), 0, lines[line]!);
      return Buffer.from(lines.join("\n"));
    }
    default:
      return Buffer.concat([text.subarray(0, at), text.subarray(at, at + length), text.subarray(at)]);
  }
}
