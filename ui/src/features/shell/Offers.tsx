import { useState } from 'react'
import { reachName, roleName } from '../../access/names'
import { useSession } from '../../app/session'
import { Banner, Button, Dialog, TextField, toast } from '../../components'
import { backend, IpcFailure, type Offer } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './Offers.module.css'

/** The customers that invite the person: a calm line each, until it is answered. */
export function Offers() {
  const { me } = useSession()
  return me.offers.map((offer) => <OneOffer key={offer.customer.id} offer={offer} />)
}

function OneOffer({ offer }: { offer: Offer }) {
  const { text, relative } = useL10n()
  const [looking, setLooking] = useState(false)
  return (
    <div className={styles.offer}>
      <Banner
        tone="info"
        title={text('joining-title', { customer: offer.customer.name })}
        action={
          <Button size="small" onPress={() => setLooking(true)}>
            {text('joining-look')}
          </Button>
        }
      >
        {text('joining-until', { until: relative(offer.expires_at, Date.now()) })}
      </Banner>
      {looking && <OfferDialog offer={offer} onClose={() => setLooking(false)} />}
    </div>
  )
}

function OfferDialog({ offer, onClose }: { offer: Offer; onClose: () => void }) {
  const l10n = useL10n()
  const { text, problem, fieldProblem } = l10n
  const { me, update } = useSession()
  // Whoever has none is asked otherwise, if they have not just shown who they are.
  const asksPassword = me.signs_in_with === null
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState<'accept' | 'decline' | null>(null)
  const [failure, setFailure] = useState<IpcFailure | null>(null)
  const { customer, roles, scope } = offer
  const fault = failure?.errors.find(({ field }) => field === 'password')

  const answer = async (what: 'accept' | 'decline') => {
    setBusy(what)
    setFailure(null)
    try {
      update(
        what === 'accept'
          ? await backend.acceptMembership(customer.id, password)
          : await backend.declineMembership(customer.id),
      )
      toast({ tone: 'positive', title: text(`joining-done-${what}`, { customer: customer.name }) })
      onClose()
    } catch (thrown) {
      setPassword('')
      setFailure(IpcFailure.from(thrown))
    }
    setBusy(null)
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={text('joining-title', { customer: customer.name })}
      closeLabel={text('shell-close')}
      footer={
        <>
          <Button
            variant="secondary"
            busy={busy === 'decline'}
            onPress={() => void answer('decline')}
          >
            {text('joining-decline')}
          </Button>
          <Button
            variant="primary"
            busy={busy === 'accept'}
            unavailableReason={
              asksPassword && password === '' ? text('joining-needs-password') : undefined
            }
            onPress={() => void answer('accept')}
          >
            {text('joining-accept')}
          </Button>
        </>
      }
    >
      <div className={styles.parts}>
        {failure && !fault && (
          <Banner tone="danger" live>
            {problem(failure)}
          </Banner>
        )}
        <p>
          {text('joining-what', {
            customer: customer.name,
            number: customer.number,
            roles: l10n.list(roles.map((role) => roleName(l10n, role))),
            reach: reachName(l10n, scope.kind, scope.location_ids?.length ?? 0),
          })}
        </p>
        <p className={styles.soft}>{text('joining-effect')}</p>
        {asksPassword && (
          <TextField
            label={text('joining-password')}
            type="password"
            reveal={{ show: text('sign-in-show'), hide: text('sign-in-hide') }}
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
            error={fault && fieldProblem(fault)}
          />
        )}
      </div>
    </Dialog>
  )
}
