/** Pixels of a row and of the header. Every row is equally high: the window can slide without a jump. */
export const ROW_HEIGHT = 48
export const HEADER_HEIGHT = 36

/** The narrowest that a column gets, in pixels, where it says nothing else. */
export const LEAST_WIDTH = 96

/** Rows asked for at a time. */
export const PAGE_ROWS = 100

/** How near an end of the window, in rows, the next page is asked for. */
export const NEAR_ROWS = 25
