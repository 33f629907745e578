/** The German catalogues, but for those of the service's letters and pages; one file a screen. */
const files = import.meta.glob<string>(
  [
    '../../../../locales/de/*.ftl',
    '!**/mail.ftl',
    '!**/account.ftl',
    '!**/notification.ftl',
    '!**/tray.ftl',
  ],
  { query: '?raw', import: 'default', eager: true },
)

export const sources: readonly string[] = Object.values(files)
