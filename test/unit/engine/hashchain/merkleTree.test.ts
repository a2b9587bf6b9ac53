import { consistencyPlan, inclusionPlan, type ProofPlan } from "../../../../engine/hashchain/merkleProof.js";
import { appendLeaves, completeSubtrees, leafHash, rootOf } from "../../../../engine/hashchain/merkleTree.js";
import {
  verifyConsistencyProof,
  verifyInclusionProof,
} from "../../../../engine/hashchain/verifyMerkleProof.js";
import { seededRandom } from "../../../support/seededRandom.js";
import { path, proof, treeHash } from "./naiveTree.js";
import { StoredTree } from "./storedTree.js";

const hex = (hashes: readonly Uint8Array[]) => hashes.map((hash) => Buffer.from(hash).toString("hex"));

/** The leaves and hashes with which implementations of Certificate Transparency check each other. */
const knownLeaves = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
].map((leaf) => Buffer.from(leaf, "hex"));
const knownRoots = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const a = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
const b = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
const c = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
const d = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
const e = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
const f = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";

function known(size: number): StoredTree {
  const tree = new StoredTree();
  tree.append(knownLeaves.slice(0, size));
  return tree;
}

describe("the hashes that Certificate Transparency knows (RFC 6962)", () => {
  test.each(knownRoots.map((root, size) => [size, root] as const))(
    "the tree of the first %i leaves",
    (size, root) => {
      expect(known(size).root().toString("hex")).toBe(root);
      // Earlier sizes are still there in the whole log.
      expect(known(8).root(size).toString("hex")).toBe(root);
    },
  );

  test.each([
    [0, 1, []],
    [0, 8, [a, b, c]],
    [5, 8, [d, e, knownRoots[4]]],
    [2, 3, [knownRoots[2]]],
    [1, 5, [knownRoots[1], b, d]],
  ])("the proof that leaf %i is in the tree of %i", (index, size, expected) => {
    expect(hex(known(8).path(index, size))).toEqual(expected);
  });

  test.each([
    [1, 1, []],
    [1, 8, [a, b, c]],
    [6, 8, [f, e, knownRoots[4]]],
    [2, 5, [b, d]],
  ])("the proof that the tree of %i is the beginning of that of %i", (first, second, expected) => {
    expect(hex(known(8).proof(first, second))).toEqual(expected);
  });
});

describe("every tree of up to 70 leaves", () => {
  const leaves = Array.from({ length: 70 }, (_, index) => Buffer.from(`leaf ${index}`));
  const tree = new StoredTree();
  const roots = [tree.root()];
  for (const leaf of leaves) {
    tree.append([leaf]);
    roots.push(tree.root());
  }

  test("has the hash and the proofs that the recursive definition has, and they verify", () => {
    for (let size = 1; size <= leaves.length; size++) {
      const some = leaves.slice(0, size);
      const root = roots[size]!;
      expect(root).toEqual(treeHash(some));
      for (let index = 0; index < size; index++) {
        const nodes = tree.path(index, size);
        expect(nodes).toEqual(path(index, some));
        const given = { index, size, leafHash: leafHash(leaves[index]!), path: nodes, root };
        expect(verifyInclusionProof(given)).toBe(true);
      }
      for (let first = 1; first <= size; first++) {
        const nodes = tree.proof(first, size);
        expect(nodes).toEqual(proof(first, some));
        const given = { first, second: size, firstRoot: roots[first]!, secondRoot: root, path: nodes };
        expect(verifyConsistencyProof(given)).toBe(true);
      }
    }
  });

  test("is the same however its leaves were divided into appendings", () => {
    const random = seededRandom(7);
    for (let round = 0; round < 50; round++) {
      const other = new StoredTree();
      while (other.size < leaves.length) {
        other.append(leaves.slice(other.size, other.size + 1 + random(20)));
      }
      expect(other.root()).toEqual(roots[leaves.length]);
      expect(other.path(33)).toEqual(tree.path(33));
    }
  });

  test("has no other proof that verifies: not of another leaf, place, size, root, and not a node more, less or changed", () => {
    const random = seededRandom(11);
    const hash = (text: string) => leafHash(Buffer.from(text));
    for (let round = 0; round < 600; round++) {
      const size = 1 + random(leaves.length);
      const index = random(size);
      const good = {
        index,
        size,
        leafHash: leafHash(leaves[index]!),
        path: tree.path(index, size),
        root: roots[size]!,
      };
      const another = random(size);
      const wrong = [
        { ...good, leafHash: hash("another") },
        { ...good, root: roots[(size + 1) % roots.length]! },
        { ...good, path: [...good.path, hash("more")] },
        { ...good, index: size },
        { ...good, index: -1 },
        { ...good, index: index + 0.5 },
        { ...good, size: 0 },
        { ...good, size: Number.NaN },
        ...(another === index ? [] : [{ ...good, index: another }]),
        ...(good.path.length === 0 ? [] : [{ ...good, path: good.path.slice(1) }]),
        ...good.path.map((_, at) => ({ ...good, path: good.path.with(at, hash("changed")) })),
      ];
      for (const proof of wrong) expect(verifyInclusionProof(proof)).toBe(false);
    }
  });

  test("has no other proof of its beginning that verifies", () => {
    const random = seededRandom(13);
    const hash = leafHash(Buffer.from("another"));
    for (let round = 0; round < 600; round++) {
      const second = 1 + random(leaves.length);
      const first = 1 + random(second);
      const [firstRoot, secondRoot] = [roots[first]!, roots[second]!];
      const good = { first, second, firstRoot, secondRoot, path: tree.proof(first, second) };
      const wrong = [
        { ...good, firstRoot: hash },
        { ...good, secondRoot: hash },
        { ...good, path: [...good.path, hash] },
        { ...good, first: 0 },
        { ...good, first: second + 1 },
        { ...good, first: first - 0.5 },
        ...(first === second
          ? []
          : [
              { ...good, path: [] },
              { ...good, path: good.path.slice(1) },
            ]),
        ...good.path.map((_, at) => ({ ...good, path: good.path.with(at, hash) })),
      ];
      for (const proof of wrong) expect(verifyConsistencyProof(proof)).toBe(false);
    }
  });
});

describe("a tree of more leaves than 32 bits count", () => {
  const size = 2 ** 40 + 2 ** 33 + 3;
  const places = (plan: ProofPlan) => plan.flat().length;

  test("consists of as few complete subtrees as its size has ones", () => {
    expect(completeSubtrees(0, size)).toEqual([
      { level: 40, position: 0 },
      { level: 33, position: 128 },
      { level: 1, position: (2 ** 40 + 2 ** 33) / 2 },
      { level: 0, position: 2 ** 40 + 2 ** 33 + 2 },
    ]);
  });

  test("needs no more than two nodes a level for any proof", () => {
    for (const index of [0, 1, 2 ** 40 - 1, 2 ** 40, size - 1]) {
      expect(places(inclusionPlan(index, size))).toBeLessThanOrEqual(2 * 41);
    }
    for (const first of [1, 2 ** 40 - 1, 2 ** 40, size - 1]) {
      expect(places(consistencyPlan(first, size))).toBeLessThanOrEqual(2 * 41);
    }
  });

  test("is proven leaf by leaf as a small one is", () => {
    const hashAt = ({ level, position }: { level: number; position: number }) =>
      leafHash(Buffer.from(`${level}/${position}`));
    const frontier = completeSubtrees(0, size).map(hashAt);
    const grown = appendLeaves(size, frontier, [leafHash(Buffer.from("new"))]);
    expect(grown.nodes.map(({ level }) => level)).toEqual([0, 1, 2]);
    const [left, right] = [frontier.slice(0, 2), frontier.slice(2)];
    const proven = verifyInclusionProof({
      index: size,
      size: size + 1,
      leafHash: leafHash(Buffer.from("new")),
      path: [right[1]!, right[0]!, left[1]!, left[0]!],
      root: rootOf(grown.subtrees),
    });
    expect(proven).toBe(true);
  });
});

test("places, sizes and hashes that do not go together are refused", () => {
  expect(() => inclusionPlan(3, 3)).toThrow(RangeError);
  expect(() => inclusionPlan(Number.NaN, 3)).toThrow(RangeError);
  expect(() => consistencyPlan(0, 3)).toThrow(RangeError);
  expect(() => consistencyPlan(4, 3)).toThrow(RangeError);
  expect(() => appendLeaves(3, [leafHash(Buffer.alloc(0))], [])).toThrow(RangeError);
});
