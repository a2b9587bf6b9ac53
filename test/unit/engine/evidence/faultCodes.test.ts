import { evidenceFaults } from "../../../../engine/evidence/faultCodes.js";
import { textOf } from "../../packaging/checkout.js";

test("docs/evidence-file.md has every fault with its sentence once, and no other", () => {
  const rows = [...textOf("docs/evidence-file.md").matchAll(/^\| `(\w+)` +\| (.+?) +\|$/gm)];
  const documented = rows.filter(
    ([, code]) => code !== "passed" && code !== "failed" && code !== "indeterminate",
  );
  expect(documented.map(([, code, sentence]) => [code, sentence])).toEqual(Object.entries(evidenceFaults));
});
