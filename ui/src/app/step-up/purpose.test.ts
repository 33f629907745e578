import { expect, test } from 'vitest'
import { IpcFailure, type Purpose } from '../../ipc/client'
import { runMany } from '../runMany'
import { purposeOf } from './purpose'

const refused = (params: Record<string, string>) =>
  new IpcFailure({ code: 'step_up_required', params, errors: [] })

test('threat_31 a device is told what exactly was refused', () => {
  const params = {
    methods: 'device',
    action: 'change_roles',
    customer_id: 'nordlicht',
    about: 'ben',
  }
  expect(purposeOf(refused(params))).toEqual({
    action: 'change_roles',
    customer_id: 'nordlicht',
    about: 'ben',
  })
  expect(purposeOf(refused({ action: 'renew_recovery_codes' }))).toEqual({
    action: 'renew_recovery_codes',
    customer_id: null,
    about: null,
  })
})

test('threat_31 whoever does the same for many confirms several, and not each', async () => {
  const named: Purpose[] = []
  const act = async (about: string) => {
    named.push(purposeOf(refused({ action: 'change_roles', customer_id: 'nordlicht', about })))
  }
  await runMany(['ben', 'carla'], act, () => undefined, new AbortController().signal)
  const several = { action: 'change_roles', customer_id: 'nordlicht', about: null }
  expect(named).toEqual([several, several])
})
