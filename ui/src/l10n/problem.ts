import type { Params } from '../ipc/types'
import type { L10n, TextArguments } from './l10n'

/** The key of a permission's name: `.` is not allowed in keys. */
export function permissionKey(permission: string): string {
  return `permission-${permission.replaceAll('.', '-')}`
}

/** What the wording of a problem names, with codes turned into words. */
export function problemArguments(l10n: L10n, params: Params): TextArguments {
  const word = (key: string, code: string) => (l10n.has(key) ? l10n.text(key) : code)
  const permissions = (params['permissions'] ?? '').split(/[\s,]+/).filter((code) => code !== '')
  const permission = params['permission']
  const status = params['status']
  const program = params['program']
  return {
    ...params,
    permission: permission ?? 'none',
    permission_name: permission ? word(permissionKey(permission), permission) : '',
    permissions: permissions.length > 0 ? permissions.length : 'none',
    permissions_names: l10n.list(permissions.map((code) => word(permissionKey(code), code))),
    program: program ? word(`import-program-${program}`, program) : '',
    status: status ?? 'none',
    status_name: status ? word(`status-${status}`, status) : '',
    retry_after: count(params['retry_after']),
    minutes: Math.ceil(count(params['retry_after']) / 60),
    request_id: params['request_id'] ?? '–',
  }
}

/** What the wording of a field error names; 0 where the service gave no bound. */
export function fieldArguments(params: Params): TextArguments {
  return { ...params, min: count(params['min']), max: count(params['max']) }
}

/** A number for plural rules. */
function count(text: string | undefined): number {
  const value = Number(text ?? 0)
  return Number.isFinite(value) ? value : 0
}
