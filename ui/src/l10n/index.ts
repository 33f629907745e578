export { L10nProvider, useL10n } from './L10nProvider'
export type { L10n, TextArguments } from './l10n'
export { permissionKey } from './problem'
export { useNow } from './useNow'
