import {
  Body,
  Controller,
  Delete,
  Get,
  Patch,
  Path,
  Post,
  Query,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import type { Platform } from "../platform.js";
import { callerOf } from "../request/authentication.js";
import { idempotencyKeyOf } from "../request/idempotencyKey.js";
import { type Page, readCursor } from "../request/page.js";
import type { ProblemView } from "../request/problemView.js";
import { replayed } from "../request/replayed.js";
import { archiveProfile, createProfile, patchProfile, profileName } from "./changeProfile.js";
import { getProfile, listProfiles } from "./listProfiles.js";
import {
  type ChangeProfileRequest,
  type CreateProfileRequest,
  readProfileChange,
} from "./profileRequests.js";
import { type ProfileView, presentProfile } from "./profileView.js";

@Route("v1/profiles")
@Tags("Application profiles")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class ProfilesController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * Makes an application profile: rules of one-time codes, sender, texts and branding, for the orders that name it.
   * @summary Create a profile
   */
  @Post()
  @Security("api_key", ["orders:write"])
  @SuccessResponse(201, "Created")
  public async createProfile(
    @Request() request: ExpressRequest,
    @Body() body: CreateProfileRequest,
  ): Promise<ProfileView> {
    const { code, name } = body;
    const change = { ...readProfileChange(body), code, name };
    const outcome = await createProfile(
      this.platform,
      callerOf(request),
      change,
      idempotencyKeyOf(request),
      presentProfile,
    );
    this.setStatus(201);
    return replayed(this, outcome);
  }

  /**
   * Lists the profiles of the caller's mode that are not archived, newest first.
   * @summary List profiles
   * @param limit How many, 1 to 100
   * @param cursor `next_cursor` of the page before
   * @isInt limit must be a whole number
   * @minimum limit 1
   * @maximum limit 100
   */
  @Get()
  @Security("api_key", ["orders:read"])
  public async listProfiles(
    @Request() request: ExpressRequest,
    @Query() limit = 20,
    @Query() cursor?: string,
  ): Promise<Page<ProfileView>> {
    const before = readCursor("prf", cursor);
    const { profiles, hasMore } = await listProfiles(this.platform, callerOf(request), before, limit);
    const data = profiles.map(presentProfile);
    return { data, has_more: hasMore, next_cursor: hasMore ? data.at(-1)!.id : null };
  }

  /**
   * @summary Read a profile
   * @param profile Its id or its code
   */
  @Get("{profile}")
  @Security("api_key", ["orders:read"])
  public async getProfile(@Request() request: ExpressRequest, @Path() profile: string): Promise<ProfileView> {
    return presentProfile(await getProfile(this.platform, callerOf(request), profileName(profile)));
  }

  /**
   * Changes a profile. It counts for what is sent from then on, also of orders that have it already.
   * @summary Change a profile
   * @param profile Its id or its code
   */
  @Patch("{profile}")
  @Security("api_key", ["orders:write"])
  public async changeProfile(
    @Request() request: ExpressRequest,
    @Path() profile: string,
    @Body() body: ChangeProfileRequest,
  ): Promise<ProfileView> {
    const outcome = await patchProfile(
      this.platform,
      callerOf(request),
      profileName(profile),
      readProfileChange(body),
      idempotencyKeyOf(request),
      presentProfile,
    );
    return replayed(this, outcome);
  }

  /**
   * Archives a profile: no order can name it from then on, and those that have it keep it.
   * @summary Archive a profile
   * @param profile Its id or its code
   */
  @Delete("{profile}")
  @Security("api_key", ["orders:write"])
  public async archiveProfile(
    @Request() request: ExpressRequest,
    @Path() profile: string,
  ): Promise<ProfileView> {
    const key = idempotencyKeyOf(request);
    return replayed(
      this,
      await archiveProfile(this.platform, callerOf(request), profileName(profile), key, presentProfile),
    );
  }
}
