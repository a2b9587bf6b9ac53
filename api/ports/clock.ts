/** The time, as an argument: nothing below the composition asks the system for it. */
export interface Clock {
  /** Now, to the millisecond, UTC. */
  now(): Date;
}
