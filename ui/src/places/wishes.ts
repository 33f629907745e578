import type { TerminalKind, WishedTerminals } from '../ipc/client'
import type { L10n } from '../l10n'

/** Every kind of terminal, in the order in which people are asked. */
export const TERMINAL_KINDS: readonly TerminalKind[] = [
  'point_of_sale',
  'webshop',
  'pay_gate',
  'moto',
]

/** How many terminals of each kind, as typed. */
export type WishDraft = Record<TerminalKind, string>

export const NO_WISHES: WishDraft = { point_of_sale: '', webshop: '', pay_gate: '', moto: '' }

/** The kinds of which somebody wants any, as they are sent. */
export function toWishes(draft: WishDraft): WishedTerminals[] {
  return TERMINAL_KINDS.map((kind) => ({ kind, count: Number(draft[kind]) })).filter(
    ({ count }) => count > 0,
  )
}

/** "2 × Point of sale and 1 × Web shop"; empty if no terminal is wished for. */
export function wishLine(l10n: L10n, wishes: readonly WishedTerminals[]): string {
  return l10n.list(
    wishes.map(({ kind, count }) =>
      l10n.text('wish-terminal', { count, kind: l10n.text(`terminal-${kind}`) }),
    ),
  )
}
