import { strFromU8, unzipSync } from "fflate";
import { makeDueCheckpoints } from "../../api/checkpoints/dueCheckpoints.js";
import type { EvidenceStatement } from "../../api/evidence/evidenceStatement.js";
import type { EvidenceFileView } from "../../api/evidence/evidenceViews.js";
import type { OrderView } from "../../api/orders/orderViews.js";
import { sweep } from "../../api/work/sweeper.js";
import type { OrderDesk } from "./orderDesk.js";

/** An evidence file, taken apart by a program of somebody else's. */
export interface OpenedEvidence {
  readonly bytes: Buffer;
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly statement: EvidenceStatement;
  text(name: string): string;
}

export function openEvidence(bytes: Buffer): OpenedEvidence {
  const files = unzipSync(new Uint8Array(bytes));
  const text = (name: string) => strFromU8(files[name]!);
  return { bytes, files, text, statement: JSON.parse(text("evidence.json")) as EvidenceStatement };
}

/** Downloads an order's evidence. */
export async function evidenceOf(
  desk: OrderDesk,
  order: OrderView,
  path = `/v1/orders/${order.id}/evidence`,
): Promise<OpenedEvidence> {
  const { status, headers, body } = await desk.client.get<Buffer>(path);
  if (status !== 200) throw new Error(`No evidence: ${status} ${body}`);
  expect(headers.get("Content-Type")).toBe("application/vnd.etsi.asic-e+zip");
  expect(headers.get("Content-Length")).toBe(String(body.length));
  return openEvidence(body);
}

export async function evidenceStatus(desk: OrderDesk, order: OrderView): Promise<EvidenceFileView> {
  return (await desk.client.get<EvidenceFileView>(`/v1/orders/${order.id}/evidence/status`)).body;
}

/** Some minutes into the next hour: its checkpoints are made, and what waited for them. */
export async function letTheHourPass(desk: OrderDesk): Promise<void> {
  const seconds = desk.service.clock.now().getTime() / 1000;
  desk.service.clock.advance(3600 - (seconds % 3600) + 130);
  await makeDueCheckpoints(desk.service.platform);
  await sweepDry(desk);
}

/** Does all that is due. */
export async function sweepDry(desk: OrderDesk): Promise<void> {
  for (let round = 0; round < 10; round++) if ((await sweep(desk.service.platform)) === 0) return;
  throw new Error("The sweeper finds no end.");
}
