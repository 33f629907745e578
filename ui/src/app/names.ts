import type { Customer } from '../ipc/client'
import type { L10n } from '../l10n'

/** A customer as people tell it from others: number, alias or name, and mode. */
export function customerName(l10n: L10n, { number, alias, name, mode }: Customer): string {
  return [number, alias ?? name, l10n.text(`mode-${mode}`)].join(' · ')
}
