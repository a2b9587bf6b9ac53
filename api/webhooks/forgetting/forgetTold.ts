import type { Platform } from "../../platform.js";
import { forgetLanes } from "./forgetLanes.js";
import { forgetNotifications } from "./forgetNotifications.js";

/**
 * The sweeper's part: what a tenant was told of long ago, and how it went with origins that are told nothing any more.
 * @returns false where nothing was deleted, or another process is at it
 */
export async function forgetTold(
  platform: Pick<Platform, "database" | "clock">,
  tenantId: string,
): Promise<boolean> {
  if (!(await forgetNotifications(platform, tenantId))) return false;
  await forgetLanes(platform, tenantId);
  return true;
}
