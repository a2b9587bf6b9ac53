import { Body, Controller, Delete, Get, Put, Request, Response, Route, Security, Tags } from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import type { Mode } from "../apiKeys/caller.js";
import { actorOf } from "../audit/append.js";
import type { Platform } from "../platform.js";
import { callerOf } from "../request/authentication.js";
import type { ProblemView } from "../request/problemView.js";
import { bareAddress } from "./address.js";
import {
  type AllowedAddresses,
  anywhere,
  forgetAllowedAddresses,
  readAllowedAddresses,
  replaceAllowedAddresses,
} from "./allowedAddresses.js";

export interface AllowedAddressesView {
  object: "allowed_addresses";
  mode: "test" | "live";
  /** Where calls may come from, in canonical form; empty: from anywhere. */
  ranges: string[];
  /** The address that this call came from, as it is compared. */
  your_address: string | null;
  updated_at: string | null;
}

export interface AllowedAddressesRequest {
  /**
   * Addresses and ranges, IPv4 or IPv6: `192.0.2.7`, `192.0.2.0/24`, `2001:db8::/32`. IPv4-mapped IPv6 addresses are IPv4.
   * @minItems 1
   * @maxItems 200
   */
  ranges: string[];
  /** Takes the list though the address that this call comes from is not in it. */
  force?: boolean;
}

@Route("v1/allowed-addresses")
@Tags("Access")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class AllowedAddressesController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * Says where calls of the key's mode may come from, be it with an API key or a client certificate.
   * @summary Read the allowed addresses
   */
  @Get()
  @Security("api_key", ["keys:read"])
  public async readAllowedAddresses(@Request() request: ExpressRequest): Promise<AllowedAddressesView> {
    const caller = callerOf(request);
    return present(request, caller.mode, await readAllowedAddresses(this.platform, caller));
  }

  /**
   * Replaces the list, from the next call on. A list that would lock its caller out is refused without `force`.
   * @summary Set the allowed addresses
   */
  @Put()
  @Security("api_key", ["keys:write"])
  public async replaceAllowedAddresses(
    @Request() request: ExpressRequest,
    @Body() body: AllowedAddressesRequest,
  ): Promise<AllowedAddressesView> {
    const caller = callerOf(request);
    const address = bareAddress(request.ip);
    const { ranges, force = false } = body;
    const list = await replaceAllowedAddresses(this.platform, caller, ranges, address, force);
    return present(request, caller.mode, list);
  }

  /**
   * Lets calls come from anywhere again.
   * @summary Delete the allowed addresses
   */
  @Delete()
  @Security("api_key", ["keys:write"])
  public async deleteAllowedAddresses(@Request() request: ExpressRequest): Promise<AllowedAddressesView> {
    const caller = callerOf(request);
    await forgetAllowedAddresses(this.platform, { ...caller, actor: actorOf(caller) });
    return present(request, caller.mode, anywhere);
  }
}

function present(
  request: ExpressRequest,
  mode: Mode,
  { ranges, updatedAt }: AllowedAddresses,
): AllowedAddressesView {
  return {
    object: "allowed_addresses",
    mode,
    ranges: [...ranges],
    your_address: bareAddress(request.ip),
    updated_at: updatedAt?.toISOString() ?? null,
  };
}
