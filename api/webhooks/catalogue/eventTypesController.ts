import { Controller, Get, Query, Response, Route, Security, Tags } from "@tsoa/runtime";
import type { Platform } from "../../platform.js";
import type { ProblemView } from "../../request/problemView.js";
import { catalogue, notificationTypes } from "./catalogue.js";
import type { EventGroup } from "./entry.js";
import { type EventTypeView, presentType } from "./eventTypeView.js";

export interface EventTypesView {
  data: EventTypeView[];
}

@Route("v1/event-types")
@Tags("Webhooks")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class EventTypesController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * All types of events that webhooks tell of, each with the JSON Schema (2020-12) of its payload and an example. The
   * same for everybody, and as a page at `/docs/events`.
   * @summary List the types of events
   * @param group Only the types of one group
   */
  @Get()
  @Security("api_key", ["webhooks:read"])
  public async listEventTypes(@Query() group?: EventGroup): Promise<EventTypesView> {
    const types = notificationTypes.filter((type) => group === undefined || catalogue[type].group === group);
    return { data: types.map((type) => presentType(type, this.platform.publicUrl)) };
  }
}
