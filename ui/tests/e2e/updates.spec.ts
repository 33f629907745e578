import type { Page } from '@playwright/test'
import { expect, MARIA, test } from './support/app'
import { NOON } from './support/users'

const FEED = 'https://updates.keyholder.example/stable.json'
const OFFERED = {
  phase: 'offered',
  version: '0.2.0',
  notes: 'Faster lists.\nA calmer sign-in.',
  planned_for: null,
} as const
const INSTALLED = { phase: 'installed', version: '0.2.0' } as const
/** An app that replaces itself, and has been offered a version. */
const OFFER = {
  feed: FEED,
  target: 'linux-x86_64-appimage',
  phase: OFFERED,
  checked_at: new Date(NOON).toISOString(),
}

function restarts(page: Page) {
  return page.evaluate(() => globalThis.keyholderFake?.restarts)
}

/** A field in which somebody is typing, wherever they go. */
async function begin(page: Page) {
  await page.evaluate(() => {
    const field = document.body.appendChild(document.createElement('textarea'))
    field.id = 'begun'
    field.ariaLabel = 'Something begun'
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

async function end(page: Page) {
  await page.evaluate(() => document.getElementById('begun')?.remove())
}

test('a build without a feed says so', async ({ app }) => {
  const { page, open } = app
  await open('/about', { as: MARIA })
  await expect(page.getByText('This build follows no update feed')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Check now' })).toHaveCount(0)
  await app.expectAccessible()
})

test('what is new is shown, installed, and runs after a restart', async ({ app }) => {
  const { page, open } = app
  await page.clock.setFixedTime(NOON)
  await open('/users', { as: MARIA, updates: OFFER })
  await page.getByRole('button', { name: 'See what is new' }).click()
  await expect(page.getByRole('region', { name: 'What is new' })).toContainText('Faster lists.')
  await expect(page.getByText(FEED)).toBeVisible()
  await app.expectAccessible()
  await page.getByRole('button', { name: 'Install now' }).click()
  await expect(page.getByText('Version 0.2.0 is installed')).toBeVisible()
  await app.expectAccessible()
  await page.getByRole('button', { name: 'Restart now' }).click()
  // Nobody works on About: one comes back to the screen before it.
  expect(await restarts(page)).toEqual([{ address: '/users', user_id: expect.any(String) }])
})

test('a restart asks where something is begun, says what would be lost, and waits', async ({
  app,
}) => {
  const { page, open } = app
  await page.clock.install({ time: NOON })
  await open('/users?search=a', { as: MARIA, updates: { ...OFFER, phase: INSTALLED } })
  await page.getByRole('searchbox').first().fill('kel')
  await page.getByRole('button', { name: 'Restart now' }).click()
  const asked = page.getByRole('dialog', { name: 'Something is not finished here' })
  await expect(asked.getByText(/What you typed or chose on this screen/)).toBeVisible()
  await expect(asked.getByRole('listitem')).toHaveCount(1)
  await app.expectAccessible()
  await asked.getByRole('button', { name: 'Restart when I am done' }).click()
  await expect(page.getByText('The new version starts as soon as nothing is begun')).toBeVisible()
  await page.clock.runFor('00:05:00')
  expect(await restarts(page)).toEqual([])
  // A change of mind, twice.
  await page.getByRole('button', { name: 'Do not wait for that' }).click()
  await page.getByRole('button', { name: 'Restart now' }).click()
  await asked.getByRole('button', { name: 'Restart when I am done' }).click()
  // What was typed is left behind; a sign-in elsewhere is another reason to wait.
  await page.goto('/#/profile')
  await page.getByRole('heading', { level: 1, name: 'Profile' }).waitFor()
  await page.clock.runFor('00:02:00')
  expect(await restarts(page)).toEqual([{ address: '/profile', user_id: expect.any(String) }])
})

test('an installer of the system is begun by the restart, which asks', async ({ app }) => {
  const { page, open } = app
  await page.clock.install({ time: NOON })
  await open('/about', { as: MARIA, updates: { ...OFFER, target: 'windows-x86_64-nsis' } })
  await page.getByRole('button', { name: 'Install now' }).click()
  await expect(page.getByText('Version 0.2.0 is downloaded and checked')).toBeVisible()
  await expect(page.getByText('The restart installs it.')).toBeVisible()
  await app.expectAccessible()
  await begin(page)
  await page.getByRole('button', { name: 'Restart now' }).click()
  const asked = page.getByRole('dialog', { name: 'Something is not finished here' })
  await asked.getByRole('button', { name: 'Cancel' }).click()
  await expect(asked).toHaveCount(0)
  expect(await restarts(page)).toEqual([])
  await page.getByRole('button', { name: 'Restart now' }).click()
  await asked.getByRole('button', { name: 'Restart anyway' }).click()
  expect(await restarts(page)).toHaveLength(1)
})

test('who planned an installation for tonight has planned the restart that it takes', async ({
  app,
}) => {
  const { page, open } = app
  await page.clock.install({ time: NOON })
  await open('/about', { as: MARIA, updates: { ...OFFER, target: 'windows-x86_64-nsis' } })
  await page.getByRole('button', { name: 'Install tonight' }).click()
  await page.clock.fastForward('15:00:00')
  await expect(page.getByText('Version 0.2.0 is downloaded and checked')).toBeVisible()
  await begin(page)
  await page.clock.runFor('00:05:00')
  expect(await restarts(page)).toEqual([])
  await end(page)
  await page.clock.runFor('00:02:00')
  expect(await restarts(page)).toHaveLength(1)
})

test('a sign-in that waits for an answer holds a restart back', async ({ app }) => {
  const { page, open } = app
  await page.clock.install({ time: NOON })
  await open('/profile', { as: MARIA, factor: true, updates: { ...OFFER, phase: INSTALLED } })
  await page.getByRole('button', { name: 'Let this device confirm' }).click()
  await begin(page)
  await page.getByRole('button', { name: 'Restart now' }).click()
  await page.getByRole('button', { name: 'Restart when I am done' }).click()
  await page.evaluate(() => globalThis.keyholderFake?.signInElsewhere())
  await page.clock.runFor('00:00:05')
  const request = page.getByRole('alertdialog', { name: 'Are you signing in?' })
  await expect(request).toBeVisible()
  await end(page)
  await page.clock.runFor('00:01:30')
  expect(await restarts(page)).toEqual([])
  await request.getByRole('button', { name: 'Not me' }).click()
  await page.getByRole('dialog', { name: 'That sign-in is stopped' }).waitFor()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.clock.runFor('00:02:00')
  expect(await restarts(page)).toHaveLength(1)
})

test('after the restart one is where one was, and nobody else is', async ({ app, context }) => {
  const { page, open } = app
  await open('/activity?span=week', {
    as: MARIA,
    updates: { ...OFFER, phase: INSTALLED },
  })
  await page.getByRole('heading', { level: 1, name: 'Activity' }).waitFor()
  await page.getByRole('button', { name: 'Restart now' }).click()
  const [wasAt] = (await restarts(page)) ?? []
  expect(wasAt?.address).toContain('/activity?span=week')
  for (const [person, isBack] of [
    [wasAt?.user_id ?? '', true],
    ['somebody-else', false],
  ] as const) {
    const start = await context.newPage()
    await start.addInitScript((given) => (globalThis.keyholderFakeOptions = given), {
      as: MARIA,
      wasAt: { address: wasAt?.address ?? '', user_id: person },
    })
    await start.goto('/')
    await start.getByRole('heading', { level: 1 }).waitFor()
    expect(start.url().includes('/activity?span=week')).toBe(isBack)
    await start.close()
  }
})

test('a package of the system shows the command that installs it', async ({ app }) => {
  const { page, open } = app
  await open('/about', { as: MARIA, updates: { ...OFFER, target: 'linux-x86_64-deb' } })
  await expect(page.getByRole('button', { name: 'Install tonight' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Download and check' }).click()
  const command = page.getByText('sudo apt install')
  await expect(command).toBeVisible()
  await page.getByRole('button', { name: 'Copy command' }).click()
  await expect(page.getByText('Command copied')).toBeVisible()
  const copied = await page.evaluate(() => globalThis.keyholderFake?.copied)
  expect(copied).toEqual([await command.textContent()])
  await app.expectAccessible()
})

test('a skipped version is not spoken of any more', async ({ app }) => {
  const { page, open } = app
  await open('/about', { as: MARIA, updates: OFFER })
  await page.getByRole('button', { name: 'Skip this version' }).click()
  await expect(page.getByText('Up to date')).toBeVisible()
  await page.goto('/#/users')
  await expect(page.getByRole('button', { name: 'See what is new' })).toHaveCount(0)
})

test('tonight it is installed by itself, but not over what somebody has begun', async ({ app }) => {
  const { page, open } = app
  await page.clock.install({ time: NOON })
  await open('/about', { as: MARIA, updates: OFFER })
  await page.getByRole('button', { name: 'Install tonight' }).click()
  await expect(page.getByText(/Will be installed in 1[34] hours/)).toBeVisible()
  await page.getByRole('button', { name: 'Not tonight' }).click()
  await page.getByRole('button', { name: 'Install tonight' }).click()
  // Somebody leaves a new user half typed, and goes home.
  await page.goto('/#/users')
  await page.getByRole('button', { name: 'Add user' }).first().click()
  await page.getByRole('dialog').waitFor()
  await page.clock.fastForward('15:00:00')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByText('Version 0.2.0 is installed')).toHaveCount(0)
  await page.clock.runFor('00:02:00')
  await expect(page.getByText('Version 0.2.0 is installed')).toBeVisible()
})

test('a refusal and a feed that stands still are told in plain words', async ({ app }) => {
  const { page, open } = app
  const wrong = { ...OFFER, fault: 'update_signature_wrong' }
  await open('/about', { as: MARIA, updates: wrong })
  await expect(page.getByRole('alert')).toContainText('damaged or tampered with')
  await expect(page.getByRole('alert')).toContainText('Nothing was changed')
  await app.expectAccessible()
  await page.evaluate(() =>
    globalThis.keyholderFake?.updatesBecome({
      fault: null,
      frozen: true,
      phase: { phase: 'current' },
    }),
  )
  await expect(page.getByText('No update could be checked for in 30 days')).toBeVisible()
  await page.goto('/#/users')
  await page.getByRole('heading', { level: 1, name: 'Users' }).waitFor()
  await expect(page.getByText('No update could be checked for in 30 days')).toBeVisible()
  await app.expectAccessible()
})

test('a download tells how far it is', async ({ app }) => {
  const { page, open } = app
  const phase = { phase: 'fetching', version: '0.2.0', arrived: 4_000_000, whole: 12_000_000 }
  await open('/about', { as: MARIA, updates: { ...OFFER, phase: phase as never } })
  await expect(page.getByRole('progressbar')).toBeVisible()
  await expect(page.getByText('4 of 12 MB')).toBeVisible()
  await app.expectAccessible()
})
