import { membershipOf } from '../app/membershipOf'
import { openScreens } from '../app/openScreens'
import { askAhead } from '../app/startAhead'
import { keepWhatIsTyped } from '../app/typedAhead'
import { readVaultAhead } from '../app/vaultAhead'
import { ROW_HEIGHT as USER_HEIGHT } from '../components/DataTable/measures'
import { ROW_HEIGHT } from '../components/RowList/measures'
import { askFirstPage } from '../features/users/firstPage'
import { backend, type OwnMembership, type StartUp } from '../ipc/client'
import { L10nContext } from '../l10n/L10nContext'
import { readWords, wordsIn } from '../l10n/words'
import { CodesSight } from './CodesSight'
import { Frame } from './Frame'
import { show } from './picture'
import { UsersSight } from './UsersSight'

/** How long the app itself waits for the first picture. */
const PATIENCE_MS = 250
/** How long the frame waits for the users that will stand in it: they come from the service. */
const USERS_PATIENCE_MS = 150

/**
 * Draws what somebody looks for first, as it will stand there, while the app itself is still being read: the
 * frame, and the codes or the users. Whether it was drawn. Whoever is not signed in sees the app first, and so does everybody
 * where an answer takes too long: then nothing is drawn any more.
 */
export async function drawFirst(place: HTMLElement): Promise<boolean> {
  const picture = { drawn: false, late: false }
  const late = new Promise((done) => setTimeout(done, PATIENCE_MS))
  try {
    await Promise.race([draw(place, picture), late])
  } catch {
    // The app asks again, and says what is wrong.
  }
  picture.late = true
  return picture.drawn
}

async function draw(place: HTMLElement, picture: { drawn: boolean; late: boolean }): Promise<void> {
  const asked = askAhead()
  // Most people's words are those of their system, and need not wait for what the core says. Where they cannot be read, the
  // app says so.
  readWords('system').catch(() => undefined)
  const start = await asked
  const { me, preferences } = start
  if (!me) {
    return
  }
  document.documentElement.dataset.theme = preferences.theme
  const membership = membershipOf(me, preferences)
  const screens = openScreens(me, membership)
  const whole = firstAddress(start) ?? screens[0]?.address ?? '/'
  const [address = '/'] = whole.split('?')
  // The window may have no size yet.
  const rows = Math.ceil(screen.availHeight / ROW_HEIGHT)
  const hidden = preferences.hide_codes ?? false
  const lists = whole === '/users' && start.start_problem === null ? listing(membership) : null
  const [{ language, locale }, vault, users] = await Promise.all([
    readWords(preferences.language),
    address === '/codes' ? readVaultAhead(hidden ? 0 : rows) : null,
    lists && soon(askFirstPage(lists.customer.id)),
  ])
  if (picture.late) {
    return
  }
  show(
    <L10nContext.Provider value={wordsIn(language, locale).l10n}>
      <Frame
        screens={screens}
        address={address}
        me={me}
        membership={membership}
        online={start.start_problem === null}
      >
        {vault && vault.entries.length > 0 && <CodesSight ahead={vault} rows={rows} />}
        {lists && users && users.rows.length > 0 && (
          <UsersSight
            page={users}
            fit={Math.ceil(screen.availHeight / USER_HEIGHT)}
            userId={me.user_id}
            membership={lists}
            chosenColumns={preferences.user_columns}
          />
        )}
      </Frame>
    </L10nContext.Provider>,
    place,
  )
  if (vault && vault.entries.length > 0) {
    keepWhatIsTyped()
  }
  picture.drawn = true
  await backend.pageDrawn()
  await painted()
}

/** Where somebody is led, or was. */
function firstAddress({ was_at, me }: StartUp): string | undefined {
  const here = location.hash.slice(1)
  const before = was_at !== null && was_at.user_id === me?.user_id ? was_at.address : ''
  return before || here || undefined
}

/** Who may read the list of users. */
function listing(membership: OwnMembership | null): OwnMembership | null {
  return membership?.permissions.includes('users.view') ? membership : null
}

/** What is there soon enough for the first picture. */
function soon<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  const late = new Promise<null>((done) => setTimeout(() => done(null), USERS_PATIENCE_MS))
  return Promise.race([answer.catch(() => null), late])
}

/**
 * When what was drawn is on the screen: reading the app keeps the page and its window busy. A window that is not
 * shown draws nothing, and nobody waits for it.
 */
function painted(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))
}
