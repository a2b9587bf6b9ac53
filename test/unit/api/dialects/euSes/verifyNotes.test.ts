import { findingNotes, furtherNotes } from "../../../../../api/dialects/euSes/verify/notes.js";
import { signatureFindings } from "../../../../../engine/validation/signatureFinding.js";

test("every finding has a note, and no two notes have one number", () => {
  expect(Object.keys(findingNotes).toSorted()).toEqual(Object.keys(signatureFindings).toSorted());
  const numbers = [...Object.values(findingNotes), ...Object.values(furtherNotes)].map(
    ({ policy, about }) => `${policy} ${about}`,
  );
  expect(new Set(numbers).size).toBe(numbers.length);
});

test("the published example keeps its number", () => {
  expect(furtherNotes.qualified).toEqual({
    policy: "certificate",
    about: 2,
    synopsis: "Certified qualified in conformity",
  });
});
