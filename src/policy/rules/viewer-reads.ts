import { reaches } from '../../base/roles.ts'
import type { Rule } from '../rule.ts'

/** A viewer may look and ask, but causes no effect outside and no cost. */
const viewerReads: Rule = {
  name: 'viewer-reads',
  judge: ({ effect, principal }) =>
    effect === 'read' || reaches(principal.role, 'operator')
      ? { allow: true }
      : {
          allow: false,
          reason: `${principal.id} is a ${principal.role}; ${effect === 'spend' ? 'spending' : 'changing things'} needs the operator role.`,
        },
}
export default viewerReads
