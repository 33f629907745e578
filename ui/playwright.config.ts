import { defineConfig } from '@playwright/test'

// Another port lets two checkouts of one machine run side by side.
const PORT = process.env.KEYHOLDER_UI_PORT ?? '4173'
const ADDRESS = `http://127.0.0.1:${PORT}`

/** The app over the fake back end, in Debian's Chromium without its own windows; nothing is downloaded. */
export default defineConfig({
  projects: [
    { name: 'app', testDir: 'tests/e2e' },
    // Photographs every screen into docs/screens: `npm run screens`.
    { name: 'screens', testDir: 'tests/screens' },
  ],
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // Generous, as the browser shares its cores with the compiler; a pass waits for none of it.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  // Where the browser shares two cores with everything else, one more try tells a slow moment from a
  // fault; whatever needed it is listed as flaky.
  retries: process.env.CI ? 1 : 0,
  reporter: [['list']],
  use: {
    baseURL: ADDRESS,
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/Zurich',
    launchOptions: {
      executablePath: '/usr/bin/chromium-headless-shell',
      // Room for what a page allocates while it starts: it is gone before anything of it has to be collected.
      args: ['--no-sandbox', '--js-flags=--min-semi-space-size=32'],
    },
    // Emptied between tests and kept, with what the browser has compiled of the app: a quarter of opening a page.
    reuseContext: true,
    // Recording costs a quarter of the time: only what failed is recorded, while it is tried again.
    trace: 'on-first-retry',
  },
  webServer: {
    command: `npm run preview:fake -- --port ${PORT} --strictPort`,
    url: ADDRESS,
    reuseExistingServer: false,
  },
})
