import { type Cost, measure, type Subject } from "./measure.js";

/** Things that are measured together and compared with each other. */
export interface Group {
  readonly title: string;
  /** The raw cryptography, without which none of the subjects can be done; the first is the usual one. */
  readonly floors?: readonly Subject[];
  readonly subjects: readonly MeasuredSubject[];
  /** Fewer where one operation takes seconds. */
  readonly rounds?: number;
}

export interface MeasuredSubject extends Subject {
  /** The floor that it is held against, where that is not the first of its group. */
  readonly floor?: Subject;
}

export interface MeasuredCost extends Cost {
  /** How many times its floor; absent where there is none. */
  readonly timesFloor?: number;
}

export interface MeasuredGroup {
  readonly title: string;
  readonly costs: readonly MeasuredCost[];
}

/** Measures a group, its floors in the same turns as the rest. */
export async function measureGroup({ title, floors = [], subjects, rounds }: Group): Promise<MeasuredGroup> {
  const all: readonly MeasuredSubject[] = [...floors.map((floor) => ({ ...floor, floor })), ...subjects];
  const costs = await measure(all, rounds);
  const floorOf = (index: number) => {
    const held = all[index]!.floor ?? floors[0];
    return costs.find(({ name }) => name === held?.name)?.cpuMs;
  };
  return {
    title,
    costs: costs.map((cost, index) => {
      const floorMs = floorOf(index);
      return floorMs === undefined ? cost : { ...cost, timesFloor: cost.cpuMs / floorMs };
    }),
  };
}

/** A group as lines of a table. */
export function tableOf({ title, costs }: MeasuredGroup): string {
  const width = 58;
  const head = `${title.padEnd(width)} ${"CPU ms".padStart(10)} ${"per CPU s".padStart(10)} ${"x floor".padStart(8)}  noise`;
  const rows = costs.map(({ name, cpuMs, perSecond, timesFloor, noise }) => {
    const times = timesFloor === undefined ? "" : timesFloor.toFixed(2);
    const digits = cpuMs < 10 ? 3 : 1;
    const rate = perSecond < 100 ? perSecond.toFixed(2) : String(Math.round(perSecond));
    return `  ${name.padEnd(width - 2)} ${cpuMs.toFixed(digits).padStart(10)} ${rate.padStart(10)} ${times.padStart(8)}  ±${Math.round(noise * 50)} %`;
  });
  return [head, ...rows, ""].join("\n");
}
