/** Pixels of a row and of the header. Every row is equally high: the window can slide without a jump. */
export const ROW_HEIGHT = 48
export const HEADER_HEIGHT = 36

/** How near an end of the window, in rows, the next page is asked for. */
export const NEAR_ROWS = 25
