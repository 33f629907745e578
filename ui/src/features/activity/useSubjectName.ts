import { useQuery } from '@tanstack/react-query'
import { useRoles } from '../../access/queries'
import { backend } from '../../ipc/client'
import { useL10n } from '../../l10n'

/** What an object is called: a role, a user, or else just something. */
export function useSubjectName(customerId: string, about: string | undefined): string {
  const { text } = useL10n()
  const { data: roles } = useRoles(customerId)
  const role = roles?.find(({ id }) => id === about)
  const { data: user } = useQuery({
    queryKey: ['users', customerId, 'one', about],
    queryFn: () => backend.readUser(customerId, about ?? ''),
    enabled: about !== undefined && roles !== undefined && role === undefined,
    retry: false,
  })
  if (role) {
    return role.built_in ? text(`role-${role.built_in}`) : (role.name ?? '')
  }
  return user && user.id === about
    ? `${user.given_name} ${user.family_name}`
    : text('activity-one-object')
}
