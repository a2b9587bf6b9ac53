import type { ErasureResultView, ErasureView } from "../../../../api/dataSubjects/erasureView.js";
import { sweep } from "../../../../api/work/sweeper.js";
import { ada, type OrderDesk } from "../../../support/orderDesk.js";

export const base = "/v1/data-subjects/erasures";

let people = 0;
/** Somebody whom no other test knows. */
export function somebody() {
  people += 1;
  return { ...ada, given_name: `Grace${people}`, surname: "Hopper", email: `Grace.${people}@Example.org` };
}

/** Asks for a person to be erased, and lets the sweeper do it. */
export async function erase(
  desk: OrderDesk,
  email: string,
): Promise<{ erasure: ErasureView; results: ErasureResultView[] }> {
  const { status, body } = await desk.client.post<ErasureView>(base, { email });
  expect(status).toBe(201);
  await sweep(desk.service.platform);
  const erasure = (await desk.client.get<ErasureView>(`${base}/${body.id}`)).body;
  const results = await desk.client.get<{ data: ErasureResultView[] }>(`${base}/${body.id}/results`);
  return { erasure, results: results.body.data };
}
