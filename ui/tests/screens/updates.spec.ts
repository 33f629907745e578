import { fileURLToPath } from 'node:url'
import { test } from '@playwright/test'
import type { UpdatePhase } from '../../src/ipc/bindings'
import { MARIA } from '../e2e/support/app'

const FOLDER = fileURLToPath(new URL('../../../docs/screens/', import.meta.url))

const notes = 'Lists scroll faster.\nThe sign-in says what it waits for.'
const version = '0.2.0'
const file = `keyholder_${version}_stable_linux-x86_64-deb.deb`

/** What is photographed: how updates stand. */
const SCENES: {
  name: string
  kind: 'appimage' | 'nsis' | 'deb'
  phase: UpdatePhase
  fault?: string
}[] = [
  {
    name: 'offered',
    kind: 'appimage',
    phase: { phase: 'offered', version, notes, planned_for: null },
  },
  {
    name: 'refused',
    kind: 'appimage',
    phase: { phase: 'offered', version, notes, planned_for: null },
    fault: 'update_signature_wrong',
  },
  { name: 'ready', kind: 'nsis', phase: { phase: 'ready', version } },
  {
    name: 'fetched',
    kind: 'deb',
    phase: { phase: 'fetched', version, command: `sudo apt install 'Downloads/${file}'` },
  },
]

/** Somebody has typed something and then presses "Restart now". */
for (const colorScheme of ['light', 'dark'] as const) {
  test(`update-begun-${colorScheme}`, async ({ browser }) => {
    const page = await browser.newPage({
      colorScheme,
      reducedMotion: 'reduce',
      viewport: { width: 1280, height: 800 },
    })
    await page.addInitScript((given) => (globalThis.keyholderFakeOptions = given), {
      as: MARIA,
      updates: { phase: { phase: 'installed' as const, version } },
    })
    await page.goto('/#/users')
    await page.getByRole('searchbox').first().fill('keller')
    await page.getByRole('button', { name: 'Restart now' }).click()
    await page.getByRole('dialog').waitFor()
    await page.screenshot({
      path: `${FOLDER}update-begun-${colorScheme}.png`,
      animations: 'disabled',
    })
    await page.close()
  })
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const { name, kind, phase, fault = null } of SCENES) {
    test(`update-${name}-${colorScheme}`, async ({ browser }) => {
      const page = await browser.newPage({
        colorScheme,
        reducedMotion: 'reduce',
        viewport: { width: 1280, height: 1000 },
      })
      await page.addInitScript((given) => (globalThis.keyholderFakeOptions = given), {
        as: MARIA,
        updates: {
          feed: 'https://updates.keyholder.example/stable.json',
          target: `${kind === 'nsis' ? 'windows' : 'linux'}-x86_64-${kind}`,
          phase,
          fault,
          checked_at: new Date(Date.now() - 3_600_000).toISOString(),
        },
      })
      await page.goto('/#/about')
      await page.getByText(version).first().waitFor()
      await page.screenshot({
        path: `${FOLDER}update-${name}-${colorScheme}.png`,
        animations: 'disabled',
      })
      await page.close()
    })
  }
}
