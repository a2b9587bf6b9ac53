import fc from "fast-check";
import {
  type Demands,
  isDone,
  missingBefore,
  nextSteps,
  type Progress,
  requiredSteps,
  type StepName,
  stepNames,
} from "../../../../api/proofPath/steps.js";

const nothing: Progress = {
  opened: false,
  handedOut: false,
  pages: 0,
  fields: 0,
  clauses: 0,
  codes: 0,
  acted: false,
};

/** Every combination of what an order can ask for. */
const combinations: Demands[] = (["signer", "approver", "witness"] as const).flatMap((role) =>
  [true, false].flatMap((ownLink) =>
    [0, 3].flatMap((pages) =>
      [0, 2].flatMap((fields) =>
        [1, 3].flatMap((clauses) =>
          [0, 1, 2].map((codes) => ({ role, ownLink, pages, fields, clauses, codes })),
        ),
      ),
    ),
  ),
);

/** A signer does one thing of a step: opens, is handed out, is shown a page, fills one field … */
function advance(progress: Progress, step: StepName): Progress {
  switch (step) {
    case "open":
      return { ...progress, opened: true };
    case "documents":
      return { ...progress, handedOut: true };
    case "pages":
      return { ...progress, pages: progress.pages + 1 };
    case "fields":
      return { ...progress, fields: progress.fields + 1 };
    case "consents":
      return { ...progress, clauses: progress.clauses + 1 };
    case "code":
      return { ...progress, codes: progress.codes + 1 };
    case "act":
      return { ...progress, acted: true };
  }
}

/** As the service does it: a call that comes too early changes nothing. */
function call(demands: Demands, progress: Progress, step: StepName): Progress {
  return missingBefore(step, demands, progress) === null ? advance(progress, step) : progress;
}

test("by their own link everybody opens, is given the documents, agrees and acts; the rest is asked for or not", () => {
  for (const demands of combinations.filter(({ ownLink }) => ownLink)) {
    expect(requiredSteps(demands)).toEqual([
      "open",
      "documents",
      ...(demands.pages > 0 ? ["pages"] : []),
      ...(demands.fields > 0 ? ["fields"] : []),
      "consents",
      ...(demands.codes > 0 ? ["code"] : []),
      "act",
    ]);
  }
});

test("with the tenant's key, opening and handing out are not asked for, and everything else is", () => {
  for (const demands of combinations.filter(({ ownLink }) => !ownLink)) {
    const own = requiredSteps({ ...demands, ownLink: true });
    expect(requiredSteps(demands)).toEqual(own.filter((step) => step !== "open" && step !== "documents"));
  }
});

test("a copy is asked for nothing that it would have to do", () => {
  const copy = { role: "copy", ownLink: true, pages: 0, fields: 0, clauses: 0, codes: 0 } as const;
  expect(nextSteps(copy, { ...nothing, opened: true, handedOut: true })).toEqual([]);
});

test.each<[StepName, readonly StepName[]]>([
  ["open", []],
  ["documents", ["open"]],
  ["pages", ["open", "documents"]],
  ["fields", ["open"]],
  ["consents", ["open", "documents", "pages"]],
  ["code", []],
  ["act", ["open", "documents", "pages", "fields", "consents", "code"]],
])("%s comes after %j, and each of them alone holds it up", (step, earlier) => {
  const demands: Demands = { role: "signer", ownLink: true, pages: 3, fields: 2, clauses: 2, codes: 2 };
  const whole: Progress = {
    opened: true,
    handedOut: true,
    pages: 3,
    fields: 2,
    clauses: 2,
    codes: 2,
    acted: false,
  };
  expect(missingBefore(step, demands, whole)).toBeNull();
  const without: Record<StepName, Progress> = {
    open: { ...whole, opened: false },
    documents: { ...whole, handedOut: false },
    pages: { ...whole, pages: 2 },
    fields: { ...whole, fields: 1 },
    consents: { ...whole, clauses: 1 },
    code: { ...whole, codes: 1 },
    act: whole,
  };
  for (const other of stepNames) {
    expect(missingBefore(step, demands, without[other])).toBe(earlier.includes(other) ? other : null);
  }
});

test("a page that follows the first of the next steps arrives at the signature, whatever is asked for", () => {
  for (const demands of combinations) {
    let progress = nothing;
    const taken: StepName[] = [];
    for (let turns = 0; turns < 20 && nextSteps(demands, progress).length > 0; turns++) {
      const [step] = nextSteps(demands, progress);
      progress = advance(progress, step!);
      if (taken.at(-1) !== step) taken.push(step!);
    }
    expect(progress.acted).toBe(true);
    expect(taken).toEqual(requiredSteps(demands));
  }
});

test("no order of calls, repeated or left out, lets a signature through with a step missing", () => {
  const calls = fc.array(fc.constantFrom(...stepNames), { maxLength: 40 });
  fc.assert(
    fc.property(fc.constantFrom(...combinations), calls, (demands, made) => {
      let progress = nothing;
      for (const step of made) progress = call(demands, progress, step);
      if (!progress.acted) return;
      for (const step of stepNames) expect(isDone(step, demands, progress)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test("what was agreed to after it was shown stays so: no call takes a step back", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...combinations),
      fc.array(fc.constantFrom(...stepNames), { maxLength: 30 }),
      (demands, made) => {
        let progress = nothing;
        for (const step of made) {
          const before = stepNames.filter((name) => isDone(name, demands, progress));
          progress = call(demands, progress, step);
          expect(before.every((name) => isDone(name, demands, progress))).toBe(true);
        }
      },
    ),
  );
});
