import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Banner, Button, ErrorState, Skeleton, Switch, toast } from '../../components'
import { backend, IpcFailure, type Manners } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './Computer.module.css'
import { ShortcutField } from './ShortcutField'

const KEY = ['manners'] as const

/** How the app behaves on this computer, for whoever uses it; what cannot be says why. */
export function ComputerScreen() {
  const { text, problem } = useL10n()
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: () => backend.readManners(),
    // A panel may have come or gone.
    staleTime: 0,
    networkMode: 'always',
  })
  const put = (manners: Manners) => queries.setQueryData(KEY, manners)
  const choose = (chosen: Promise<Manners>) =>
    chosen.then(put, (thrown: unknown) =>
      toast({ tone: 'danger', title: problem(IpcFailure.from(thrown)) }),
    )
  return (
    <div className={styles.page}>
      <h1>{text('screen-computer')}</h1>
      <p className={styles.lead}>{text('computer-lead')}</p>
      {error ? (
        <ErrorState
          title={text('computer-failed')}
          action={<Button onPress={() => void refetch()}>{text('shell-try-again')}</Button>}
        >
          {problem(IpcFailure.from(error))}
        </ErrorState>
      ) : !data ? (
        <div aria-busy="true">
          <Skeleton height="4rem" />
        </div>
      ) : (
        <div className={styles.parts}>
          <section className={styles.part}>
            <Switch
              isSelected={data.close_to_tray && data.tray_problem === null}
              isDisabled={data.tray_problem !== null}
              description={text('computer-tray-help')}
              onChange={(stay) => void choose(backend.chooseCloseToTray(stay))}
            >
              {text('computer-tray')}
            </Switch>
            {data.tray_problem !== null && (
              <Banner tone="info">{text(`tray-problem-${data.tray_problem}`)}</Banner>
            )}
          </section>
          <section className={styles.part}>
            <Switch
              isSelected={data.autostart ?? false}
              isDisabled={data.autostart === null}
              description={text(
                data.tray_problem === null ? 'computer-start-help' : 'computer-start-help-window',
              )}
              onChange={(start) => void choose(backend.chooseAutostart(start))}
            >
              {text('computer-start')}
            </Switch>
            {data.autostart === null && (
              <Banner tone="info">{text('computer-start-absent')}</Banner>
            )}
          </section>
          <section className={styles.part} aria-labelledby="computer-shortcut">
            <h2 id="computer-shortcut" className={styles.name}>
              {text('computer-shortcut')}
            </h2>
            <p className={styles.soft}>{text('computer-shortcut-help')}</p>
            {data.shortcut_problem !== null && (
              <Banner tone={data.shortcut_problem === 'wayland' ? 'info' : 'warning'}>
                {problem({
                  code: 'shortcut_refused',
                  params: { problem: data.shortcut_problem },
                })}
              </Banner>
            )}
            {data.shortcut_problem !== 'wayland' && (
              <ShortcutField
                keys={data.shortcut}
                onChoose={(keys) => choose(backend.chooseShortcut(keys))}
              />
            )}
          </section>
        </div>
      )}
    </div>
  )
}
