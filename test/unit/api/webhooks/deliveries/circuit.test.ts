import {
  afterAttempt,
  allIsWell,
  dueConsequence,
  type LaneState,
} from "../../../../../api/webhooks/deliveries/circuit.js";
import type { Reached } from "../../../../../api/webhooks/deliveries/errorClass.js";

const now = new Date("2026-11-22T12:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const before = later(-3600);

const failing: LaneState = { ...allIsWell, failingSince: before };
const counting: LaneState = { ...failing, failures: 3, warnedAt: before };
const aboutToOpen: LaneState = { ...failing, failures: 4 };
const open: LaneState = { ...failing, failures: 5, openings: 1, openUntil: later(20) };
const halfOpen: LaneState = { ...open, openings: 2, openUntil: later(60) };
const longOpen: LaneState = { ...open, openings: 9 };
const states = { allIsWell, failing, counting, aboutToOpen, open, halfOpen, longOpen };

interface Transition {
  readonly from: keyof typeof states;
  readonly reached: Reached;
  readonly isProbe?: boolean;
  readonly to: LaneState;
}

const closed: LaneState = { ...allIsWell, failingSince: before };

const transitions: readonly Transition[] = [
  { from: "allIsWell", reached: "delivered", to: allIsWell },
  { from: "allIsWell", reached: "refused", to: { ...allIsWell, failingSince: now } },
  { from: "allIsWell", reached: "unreachable", to: { ...allIsWell, failingSince: now, failures: 1 } },
  { from: "allIsWell", reached: "unknown", to: allIsWell },
  { from: "failing", reached: "delivered", to: allIsWell },
  { from: "failing", reached: "refused", to: failing },
  { from: "failing", reached: "unreachable", to: { ...failing, failures: 1 } },
  { from: "failing", reached: "unknown", to: failing },
  { from: "counting", reached: "delivered", to: allIsWell },
  { from: "counting", reached: "refused", to: { ...closed, warnedAt: before } },
  { from: "counting", reached: "unreachable", to: { ...counting, failures: 4 } },
  { from: "counting", reached: "unknown", to: counting },
  { from: "aboutToOpen", reached: "delivered", to: allIsWell },
  { from: "aboutToOpen", reached: "refused", to: closed },
  {
    from: "aboutToOpen",
    reached: "unreachable",
    to: { ...failing, failures: 5, openings: 1, openUntil: later(5) },
  },
  { from: "aboutToOpen", reached: "unknown", to: aboutToOpen },
  { from: "open", reached: "delivered", to: allIsWell },
  { from: "open", reached: "refused", to: closed },
  { from: "open", reached: "unreachable", to: open },
  { from: "open", reached: "unknown", to: open },
  { from: "halfOpen", reached: "delivered", isProbe: true, to: allIsWell },
  { from: "halfOpen", reached: "refused", isProbe: true, to: closed },
  {
    from: "halfOpen",
    reached: "unreachable",
    isProbe: true,
    to: { ...halfOpen, openings: 3, openUntil: later(20) },
  },
  { from: "halfOpen", reached: "unknown", isProbe: true, to: halfOpen },
  { from: "halfOpen", reached: "delivered", to: allIsWell },
  { from: "halfOpen", reached: "refused", to: closed },
  { from: "halfOpen", reached: "unreachable", to: halfOpen },
  {
    from: "longOpen",
    reached: "unreachable",
    isProbe: true,
    to: { ...longOpen, openings: 10, openUntil: later(600) },
  },
  // Somebody else's success has closed it meanwhile.
  {
    from: "allIsWell",
    reached: "unreachable",
    isProbe: true,
    to: { ...closed, failingSince: now, failures: 1 },
  },
];

test.each(transitions)("a lane that is $from: $reached (goes first: $isProbe)", (transition) => {
  const { from, reached, isProbe = false, to } = transition;
  expect(afterAttempt(states[from], { reached, isProbe }, now)).toEqual(to);
});

test.each(transitions.filter(({ from, to }) => JSON.stringify(states[from]) === JSON.stringify(to)))(
  "where nothing changes it is the same object: $from, $reached",
  ({ from, reached, isProbe = false }) => {
    expect(afterAttempt(states[from], { reached, isProbe }, now)).toBe(states[from]);
  },
);

test("every state meets every result", () => {
  for (const from of ["allIsWell", "failing", "counting", "aboutToOpen", "open", "halfOpen"]) {
    const met = transitions.filter((transition) => transition.from === from).map(({ reached }) => reached);
    expect(new Set(met)).toEqual(new Set(["delivered", "refused", "unreachable", "unknown"]));
  }
});

const day = 86_400;
test.each([
  ["nothing fails", null, null, null],
  ["it has failed for less than a day", day - 0.001, null, null],
  ["it has failed for a day", day, null, "warn"],
  ["it has failed for a day, and that was said", day, 0, null],
  ["it has failed for a little less than five days", 5 * day - 0.001, 4 * day, null],
  ["it has failed for five days", 5 * day, 4 * day, "disable"],
  ["it has failed for five days, and nobody was warned", 5 * day, null, "disable"],
] as const)("when %s", (_when, since, warned, consequence) => {
  const state: LaneState = {
    ...allIsWell,
    failingSince: since === null ? null : later(-since),
    warnedAt: warned === null ? null : later(-warned),
  };
  expect(dueConsequence(state, now)).toBe(consequence);
});
