import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as AriaToastContent,
  UNSTABLE_ToastRegion as AriaToastRegion,
  Text,
} from 'react-aria-components'
import { Button } from '../Button/Button'
import { Icon } from '../Icon/Icon'
import { IconButton } from '../IconButton/IconButton'
import styles from './Toast.module.css'
import { toasts } from './toasts'

const SYMBOL = { positive: 'active', info: 'info', warning: 'warning', danger: 'danger' } as const

/** Where toasts appear: bottom left, out of the way of buttons. F6 leads to them. */
export function ToastRegion({ label, closeLabel }: { label: string; closeLabel: string }) {
  return (
    <AriaToastRegion queue={toasts} aria-label={label} className={styles.region} data-toasts>
      {({ toast }) => (
        <AriaToast toast={toast} className={styles.toast}>
          <span className={styles[toast.content.tone]}>
            <Icon name={SYMBOL[toast.content.tone]} size={20} />
          </span>
          <AriaToastContent className={styles.words}>
            <Text slot="title" className={styles.title}>
              {toast.content.title}
            </Text>
            {toast.content.description && (
              <Text slot="description">{toast.content.description}</Text>
            )}
          </AriaToastContent>
          {toast.content.undo && (
            <Button
              size="small"
              onPress={() => {
                toast.content.undo?.run()
                toasts.close(toast.key)
              }}
            >
              {toast.content.undo.label}
            </Button>
          )}
          <IconButton icon="close" label={closeLabel} slot="close" />
        </AriaToast>
      )}
    </AriaToastRegion>
  )
}
