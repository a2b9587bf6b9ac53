import { readCheckpointNote, writeCheckpointNote } from "../../../../engine/hashchain/checkpointNote.js";
import { verifyConsistency } from "../../../../engine/hashchain/consistencyFile.js";
import { type InclusionFile, readInclusionFile } from "../../../../engine/hashchain/inclusionFile.js";
import { leafBytes } from "../../../../engine/hashchain/logLeaf.js";
import { verifyAuditExport } from "../../../../engine/hashchain/verify.js";
import { verifyInclusion } from "../../../../engine/hashchain/verifyInclusion.js";
import { seededRandom } from "../../../support/seededRandom.js";
import { rehash, sampleTrail, setting, type Tampered } from "./sampleTrail.js";
import { StoredTree } from "./storedTree.js";

const log = "log_01m80000000000000000000000";
const otherLog = "log_01m80000000000000000000001";
const trail = sampleTrail(6);

/** A log of some orders, in which the sample's chain stands with its first four events. */
const logged = { log, order: trail.order, length: 4, head: trail.events[3]!.hash };
const tree = new StoredTree();
tree.append(
  Array.from({ length: 11 }, (_, at) => {
    const other = { ...logged, order: `ord_${String(at).padStart(26, "0")}` };
    return leafBytes(at === 5 ? logged : other);
  }),
);
const note = (size: number, root = tree.root(size)) =>
  writeCheckpointNote({ log, size, root, time: "2026-05-01T10:00:00.123Z" });
const file: InclusionFile = {
  format: "paraph-inclusion/1",
  log,
  order: trail.order,
  leaf: { index: 5, length: 4, head: logged.head },
  tree_size: 11,
  path: tree.path(5).map((hash) => hash.toString("base64")),
  checkpoint: { note: note(11), signature: Buffer.from("CMS").toString("base64") },
};

/** Names of the faults after something was changed in the proof, in the chain, or in both. */
function faults(change: { proof?: (proof: Tampered) => void; chain?: (chain: Tampered) => void }): string[] {
  const proof = structuredClone(file) as Tampered;
  const chain = structuredClone(trail) as Tampered;
  change.proof?.(proof);
  change.chain?.(chain);
  return verifyInclusion(proof, chain).faults.map(({ code }) => code);
}

test("a leaf is canonical JSON that names log, order, length and head", () => {
  expect(Buffer.from(leafBytes(logged)).toString()).toBe(
    `{"head":"${logged.head}","length":4,"log":"${log}","order":"${trail.order}","v":1}`,
  );
});

describe("a proof and a chain that go together", () => {
  test("say how many events the checkpoint vouches for, and what its signature stands over", () => {
    const verdict = verifyInclusion(file, trail);
    expect(verdict).toMatchObject({ faults: [], covered: 4, uncovered: 2 });
    expect(Buffer.from(verdict.noteBytes!).toString()).toBe(note(11));
    expect(Buffer.from(verdict.signature!).toString()).toBe("CMS");
    expect(verdict.note).toMatchObject({ log, size: 11, root: tree.root() });
  });

  test("are named by what was changed in the chain, even where all its hashes were made anew", () => {
    const changed = (trail: Tampered) => {
      trail.events[1].body.data.number = 7;
      rehash(trail, 2);
    };
    const dropped = (trail: Tampered) => {
      trail.events.splice(1, 1);
      for (const [index, event] of trail.events.entries()) event.body.seq = index + 1;
      rehash(trail, 2);
    };
    const swapped = (trail: Tampered) => {
      [trail.events[1], trail.events[2]] = [trail.events[2], trail.events[1]];
      rehash(trail, 2);
    };
    const cut = (trail: Tampered) => {
      trail.events.length = 3;
    };
    expect(faults({ chain: changed })).toEqual(["chain_changed"]);
    expect(faults({ chain: dropped })).toEqual(["chain_changed"]);
    expect(faults({ chain: swapped })).toEqual(["chain_changed"]);
    expect(faults({ chain: cut })).toEqual(["chain_truncated"]);
  });

  test("let events be added behind, and do not vouch for them", () => {
    const later = sampleTrail(9);
    expect(verifyInclusion(file, later)).toMatchObject({ faults: [], covered: 4, uncovered: 5 });
    expect(
      faults({
        chain: (trail) => {
          trail.events[5].body.type = "changed";
        },
      }),
    ).toEqual([]);
  });

  test("are named where they are of two orders", () => {
    expect(faults({ chain: setting("order", "ord_01m80000000000000000000009") })).toEqual(["order_mismatch"]);
    expect(faults({ proof: setting("order", "ord_01m80000000000000000000009") })).toEqual([
      "root_mismatch",
      "order_mismatch",
    ]);
  });
});

test.each([
  ["the index", setting("leaf.index", 4), ["root_mismatch"]],
  ["the length", setting("leaf.length", 3), ["root_mismatch", "chain_changed"]],
  ["the head", setting("leaf.head", "0".repeat(64)), ["root_mismatch", "chain_changed"]],
  ["the size of the tree", setting("tree_size", 8), ["size_mismatch", "root_mismatch"]],
  ["the log", setting("log", otherLog), ["log_mismatch", "root_mismatch"]],
  ["a node", setting("path.0", Buffer.alloc(32).toString("base64")), ["root_mismatch"]],
  ["the number of nodes", (proof: Tampered) => proof.path.pop(), ["root_mismatch"]],
  ["the checkpoint's root", setting("checkpoint.note", note(11, Buffer.alloc(32))), ["root_mismatch"]],
  ["the checkpoint", setting("checkpoint.note", note(10)), ["size_mismatch", "root_mismatch"]],
  ["the form of the checkpoint", setting("checkpoint.note", `${note(11)}\n`), ["note_malformed"]],
])("a proof in which %s is another is named", (_what, change, expected) => {
  expect(faults({ proof: change })).toEqual(expected);
});

test("a chain that is none is named, whatever it is", () => {
  for (const chain of [null, 1, "", [], {}, { ...trail, format: "other" }, { ...trail, events: {} }]) {
    expect(verifyInclusion(file, chain).faults.map(({ code }) => code)).toEqual(["chain_unreadable"]);
  }
  const broken = { ...trail, events: trail.events.with(3, { ...trail.events[3]!, extra: 1 } as never) };
  expect(verifyInclusion(file, broken).faults.map(({ code }) => code)).toEqual(["chain_changed"]);
});

describe("an inclusion file is read strictly", () => {
  test.each<[string, (proof: Tampered) => void]>([
    ["another format", setting("format", "paraph-inclusion/2")],
    ["a member too many", setting("note", "")],
    ["a member too many in the leaf", setting("leaf.note", "")],
    ["a member too many in the checkpoint", setting("checkpoint.trusted", true)],
    ["a member too few", (proof) => delete proof.path],
    ["an order that is no id", setting("order", "order")],
    ["a log that is no id", setting("log", trail.order)],
    ["a negative index", setting("leaf.index", -1)],
    ["an index behind the tree", setting("leaf.index", 11)],
    ["a length of nothing", setting("leaf.length", 0)],
    ["a broken length", setting("leaf.length", 3.5)],
    ["a size that numbers do not hold", setting("tree_size", 2 ** 53)],
    ["a head in capitals", setting("leaf.head", "A".repeat(64))],
    ["a node of another length", setting("path.0", Buffer.alloc(31).toString("base64"))],
    ["a node in base64 that others write otherwise", setting("path.0", `${"A".repeat(42)}B=`)],
    ["a node in base64url", setting("path.0", `${"_".repeat(42)}8=`)],
    [
      "more nodes than any tree has levels",
      setting("path", Array(54).fill(Buffer.alloc(32).toString("base64"))),
    ],
    ["a path that is no list", setting("path", "AAAA")],
    ["a note that is no text", setting("checkpoint.note", 1)],
    ["a note of a megabyte", setting("checkpoint.note", "x".repeat(1_000_000))],
    ["a signature that is no base64", setting("checkpoint.signature", "*")],
  ])("%s is refused", (_what, change) => {
    const proof = structuredClone(file) as Tampered;
    change(proof);
    expect(readInclusionFile(proof)).toBeNull();
    expect(verifyInclusion(proof, trail).faults.map(({ code }) => code)).toEqual(["format_unknown"]);
  });

  test("and what was written is read back", () => {
    expect(readInclusionFile(JSON.parse(JSON.stringify(file)))).toEqual(file);
    for (const value of [null, undefined, 1, "x", [], [file]]) expect(readInclusionFile(value)).toBeNull();
  });

  test("no damage to its text makes anything but a verdict, and none without a fault vouches for another chain", () => {
    const random = seededRandom(5);
    const text = JSON.stringify(file);
    let read = 0;
    for (let round = 0; round < 3000; round++) {
      const at = random(text.length);
      const damaged = text.slice(0, at) + String.fromCharCode(32 + random(95)) + text.slice(at + 1);
      let value: unknown;
      try {
        value = JSON.parse(damaged);
      } catch {
        continue;
      }
      read += 1;
      const verdict = verifyInclusion(value, trail);
      // The signature, and the time of a note, are covered by the signature, which is not looked at here.
      if (verdict.faults.length === 0) {
        const { checkpoint, ...rest } = readInclusionFile(value)!;
        expect({ ...rest, checkpoint: file.checkpoint }).toEqual(file);
        expect(readCheckpointNote(checkpoint.note)?.root).toEqual(tree.root());
      }
    }
    expect(read).toBeGreaterThan(1000);
  });
});

describe("a checkpoint's text", () => {
  const good = note(11);

  test("has the lines of C2SP tlog-checkpoint, and one with the time", () => {
    expect(good).toBe(
      `paraph.log/${log}\n11\n${tree.root().toString("base64")}\ntime 2026-05-01T10:00:00.123Z\n`,
    );
    expect(readCheckpointNote(good)).toEqual({
      log,
      size: 11,
      root: tree.root(),
      time: "2026-05-01T10:00:00.123Z",
    });
  });

  test.each([
    ["an empty text", ""],
    ["no newline at the end", good.slice(0, -1)],
    ["another line", `${good}extension\n`],
    ["the line ends of another system", good.replaceAll("\n", "\r\n")],
    ["another origin", good.replace("paraph.log", "example.org")],
    ["a size with a zero before it", good.replace("\n11\n", "\n011\n")],
    ["a size of nothing", good.replace("\n11\n", "\n0\n")],
    ["a size that numbers do not hold", good.replace("\n11\n", "\n9007199254740993\n")],
    ["a signed size", good.replace("\n11\n", "\n+11\n")],
    ["a root that others write otherwise", good.replace(/.=\n/, (end) => `${end[0] === "B" ? "C" : "B"}=\n`)],
    ["a day that no calendar has", good.replace("05-01", "02-30")],
    ["a time without milliseconds", good.replace(".123Z", "Z")],
    ["a byte order mark", `\ufeff${good}`],
  ])("with %s is none", (_what, text) => {
    expect(text).not.toBe(good);
    expect(readCheckpointNote(text)).toBeNull();
  });
});

describe("two kept checkpoints and a consistency proof", () => {
  const kept = { from: note(4), to: note(11) };
  const proof = {
    format: "paraph-consistency/1",
    log,
    ...kept,
    path: tree.proof(4, 11).map((hash) => hash.toString("base64")),
  };
  const codes = (value: unknown, texts = kept) => verifyConsistency(value, texts).map(({ code }) => code);

  test("show that nothing before the first was changed", () => {
    expect(codes(proof)).toEqual([]);
    const same = { from: note(11), to: note(11) };
    expect(codes({ ...proof, ...same, path: [] }, same)).toEqual([]);
  });

  test("name what does not hold", () => {
    const rewritten = { from: note(4, Buffer.alloc(32)), to: note(11) };
    expect(codes({ ...proof, path: proof.path.slice(1) })).toEqual(["history_changed"]);
    expect(codes({ ...proof, from: rewritten.from }, rewritten)).toEqual(["history_changed"]);
    expect(codes({ ...proof, from: kept.to, to: kept.from }, { from: kept.to, to: kept.from })).toEqual([
      "history_changed",
    ]);
    expect(codes(proof, rewritten)).toEqual(["note_mismatch"]);
    expect(codes({ ...proof, log: otherLog })).toEqual(["log_mismatch"]);
    expect(codes(proof, { ...kept, to: "" })).toEqual(["note_malformed"]);
    for (const value of [null, [], { ...proof, extra: 1 }, { ...proof, path: ["x"] }]) {
      expect(codes(value)).toEqual(["format_unknown"]);
    }
  });
});

test("what the inclusion proof leaves to the chain's own check is found by it", () => {
  const chain = structuredClone(trail) as Tampered;
  chain.events[1].body.data.number = 7;
  expect(verifyInclusion(file, chain).faults).toEqual([]);
  expect(verifyAuditExport(chain).faults).toMatchObject([{ code: "hash_mismatch", seq: 2 }]);
});
