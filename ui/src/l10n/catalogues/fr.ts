import type { FluentResource } from '@fluent/bundle'

/** The French catalogues, but for those of the service's letters and pages; one file a screen. */
const files = import.meta.glob<FluentResource['body']>(
  [
    '../../../../locales/fr/*.ftl',
    '!**/mail.ftl',
    '!**/account.ftl',
    '!**/notification.ftl',
    '!**/tray.ftl',
  ],
  { query: '?read', import: 'default', eager: true },
)

export const catalogues: readonly FluentResource[] = Object.values(files).map((body) => ({ body }))
