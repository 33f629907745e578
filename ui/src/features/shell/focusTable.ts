/** Leads the focus into the table of the screen, if it has one. */
export function focusTable(): void {
  document.querySelector<HTMLElement>('[data-data-table] [role=grid]')?.focus()
}
