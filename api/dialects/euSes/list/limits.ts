/** Beyond it a list is not read: each order that is skipped is looked at. */
export const mostSkipped = 10_000;

/** Running orders that a list looks at, the newest first, to find those that somebody has signed, or nobody has. */
export const mostLooks = 10_000;
