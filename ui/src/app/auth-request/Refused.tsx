import { useMutation } from '@tanstack/react-query'
import { Banner, Button, Dialog, toast } from '../../components'
import { backend, IpcFailure } from '../../ipc/client'
import { useL10n } from '../../l10n'

/** Somebody else knows the password: what happened, and what to do about it now. */
export function Refused({ onClose }: { onClose: () => void }) {
  const { text, problem } = useL10n()
  const end = useMutation({
    mutationFn: () => backend.endOwnOtherSessions(),
    onSuccess: () => {
      toast({ tone: 'positive', title: text('auth-request-signed-out') })
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={text('auth-request-refused-title')}
      closeLabel={text('shell-close')}
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            {text('shell-close')}
          </Button>
          <Button
            variant="primary"
            icon="signOut"
            busy={end.isPending}
            onPress={() => end.mutate()}
          >
            {text('devices-sign-out-others')}
          </Button>
        </>
      }
    >
      {end.isError && (
        <Banner tone="danger" live>
          {problem(IpcFailure.from(end.error))}
        </Banner>
      )}
      <p>{text('auth-request-refused')}</p>
    </Dialog>
  )
}
