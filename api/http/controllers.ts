import type { Request } from "express";
import type { Platform } from "../platform.js";

type ControllerClass<T> = new (platform: Platform) => T;

/** Where the app keeps what its controllers are made with. */
export const platformSetting = "paraph platform";

/** Called by the generated routes: makes a controller for a request. */
export function iocContainer(request: Request): { get<T>(controller: { prototype: T }): T } {
  const platform = request.app.get(platformSetting) as Platform;
  return {
    get: <T>(controller: { prototype: T }) => new (controller as unknown as ControllerClass<T>)(platform),
  };
}
