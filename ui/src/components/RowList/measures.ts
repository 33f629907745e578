/** Pixels of a row of a list and the line below it; where there is little room, until it is measured. */
export const ROW_HEIGHT = 69
