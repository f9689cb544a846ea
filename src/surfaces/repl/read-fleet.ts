import type { Controller } from '../../controller/controller.ts'
import type { Fleet } from './repl-state.ts'

/** The figures of the status line, as they are now. */
export async function readFleet({ pools, killSwitch, house }: Controller): Promise<Fleet> {
  const [list, kill, providers] = await Promise.all([pools.list(), killSwitch.read(), house.providers()])
  const sum = (of: 'active' | 'queued') => list.reduce((total, pool) => total + pool[of], 0)
  return {
    pools: list.length,
    active: sum('active'),
    queued: sum('queued'),
    by: providers.find(({ configured }) => configured)?.title ?? 'handbook',
    killed: kill.on,
  }
}
