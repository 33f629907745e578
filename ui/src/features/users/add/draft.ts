import { toScope } from '../../../access/scope/scopeChoice'
import type {
  CreateUser,
  FieldError,
  Language,
  ScopeKind,
  SignInWay,
  UserKind,
} from '../../../ipc/types'
import { MOST_AT_ONCE, readAddresses } from './addresses'

/** What has been typed and chosen so far. Kept as typed: the service reads it. */
export interface UserDraft {
  kind: UserKind
  /** Whether a list of people gets this access, instead of one person. */
  several: boolean
  /** The list, as pasted. */
  pasted: string
  email: string
  givenName: string
  familyName: string
  language: Language
  /** With a password, or with the other provider that the service offers (S28). */
  signInWay: SignInWay
  roleIds: readonly string[]
  scope: ScopeKind
  /** Kept when the scope changes, so that changing it back loses nothing. */
  locations: readonly { id: string; name: string }[]
  /** Groups of locations; kept likewise. */
  groups: readonly { id: string; name: string }[]
}

/** The steps of the wizard. */
export type Step = 'who' | 'access' | 'review'

export const STEPS: readonly Step[] = ['who', 'access', 'review']

export function emptyDraft(language: Language): UserDraft {
  return {
    kind: 'verified',
    several: false,
    pasted: '',
    email: '',
    givenName: '',
    familyName: '',
    language,
    signInWay: 'password',
    roleIds: [],
    scope: 'all',
    locations: [],
    groups: [],
  }
}

/** Whether there is something that would be missed. */
export function isTouched({
  pasted,
  email,
  givenName,
  familyName,
  roleIds,
  locations,
  groups,
}: UserDraft): boolean {
  return (
    `${pasted}${email}${givenName}${familyName}`.trim() !== '' ||
    roleIds.length + locations.length + groups.length > 0
  )
}

/**
 * The request of a draft. The invitation is a step of its own, after saving (S33). Roles that need a second
 * administrator come later, if they are asked for.
 */
export function toRequest(draft: UserDraft, asksApproval = false): CreateUser {
  return {
    kind: draft.kind,
    email: draft.kind === 'verified' ? draft.email : null,
    given_name: draft.givenName,
    family_name: draft.familyName,
    language: draft.language,
    role_ids: [...draft.roleIds],
    scope: toScope({ ...draft, kind: draft.scope }),
    invite: false,
    ask_approval: asksApproval,
    // Who has no address has nothing that the provider could vouch for; a list is added with passwords.
    sign_in_way: draft.kind === 'verified' && !draft.several ? draft.signInWay : 'password',
  }
}

/** The step that shows a field of the service's answer. */
export function stepOf(field: string): Step {
  if (
    ['pasted', 'email', 'given_name', 'family_name', 'language', 'kind', 'sign_in_way'].includes(
      field,
    )
  ) {
    return 'who'
  }
  return field === 'role_ids' || field.startsWith('scope') ? 'access' : 'review'
}

/** The field that a refusal of the whole request is about, where it is one. */
export function fieldOf(code: string): string | null {
  switch (code) {
    case 'user_exists':
      return 'email'
    case 'grants_more':
      return 'role_ids'
    case 'outside_locations':
    case 'administrator_limited':
      return 'scope.kind'
    default:
      return null
  }
}

/** What is plainly missing on a step; everything else is for the service to say. */
export function missing(draft: UserDraft, step: Step): FieldError[] {
  const empty = (field: string, text: string): FieldError[] =>
    text.trim() === '' ? [{ field, code: 'required' }] : []
  const none = (field: string, count: number): FieldError[] =>
    count === 0 ? [{ field, code: 'too_few', params: { min: '1' } }] : []
  switch (step) {
    case 'who':
      if (draft.several) {
        return missingAddresses(draft.pasted)
      }
      return [
        ...(draft.kind === 'verified' ? empty('email', draft.email) : []),
        ...empty('given_name', draft.givenName),
        ...empty('family_name', draft.familyName),
      ]
    case 'access':
      return [
        ...none('role_ids', draft.roleIds.length),
        ...(draft.scope === 'only'
          ? none('scope.location_ids', draft.locations.length + draft.groups.length)
          : []),
      ]
    case 'review':
      return []
  }
}

function missingAddresses(pasted: string): FieldError[] {
  const { addresses } = readAddresses(pasted)
  if (addresses.length > MOST_AT_ONCE) {
    return [{ field: 'pasted', code: 'too_many', params: { max: String(MOST_AT_ONCE) } }]
  }
  if (addresses.some(({ fault }) => fault === null)) {
    return []
  }
  const first = addresses[0]
  return [{ field: 'pasted', code: first?.fault === 'not_an_email' ? first.fault : 'required' }]
}

/** The idempotency key of a request: the same while it is repeated, another once it changes. */
export class SubmissionKeys {
  private last: { request: string; key: string } | null = null
  private readonly make: () => string

  constructor(make: () => string = () => crypto.randomUUID()) {
    this.make = make
  }

  keyOf(request: unknown): string {
    const text = JSON.stringify(request)
    if (this.last?.request !== text) {
      this.last = { request: text, key: this.make() }
    }
    return this.last.key
  }
}
