import { IANAZone } from 'luxon'
import { OperatorError } from '../base/errors.ts'
import { zoneOfPlace } from '../tools/zone-of-place.ts'

/** A time zone's IANA name, from its name or a place in it ("Tokyo"). @throws OperatorError ARGS_INVALID. */
export function readZone(said: string): string {
  if (IANAZone.isValidZone(said)) return said
  const found = zoneOfPlace(said)
  if (found !== undefined && found !== 'several' && IANAZone.isValidZone(found.zone)) return found.zone
  const why = found === 'several' ? 'has several time zones; name a city' : 'is no time zone that I know'
  throw new OperatorError('ARGS_INVALID', `"${said.slice(0, 40)}" ${why}.`, { hint: 'such as Europe/Berlin, or Tokyo' })
}
