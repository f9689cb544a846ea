import type { Pack } from '../../src/agents/pack.ts'
import { type Folder, folderOf } from '../../src/base/folder.ts'
import type { Principal } from '../../src/base/roles.ts'
import { type Controller, createController } from '../../src/controller/controller.ts'
import type { House } from '../../src/controller/house.ts'
import type { Task } from '../../src/engine/insert-task.ts'
import type { Gate } from '../../src/gates/gate.ts'
import type { Route } from '../../src/models/router.ts'
import type { Tool } from '../../src/tools/tool.ts'
import { type Rig, type RigOptions, rig } from './rig.ts'

/** What stands in the small fleet's pool `general`. */
export interface FleetOptions extends RigOptions {
  readonly gates?: readonly Gate[]
  readonly tools?: readonly Tool[]
  readonly routes?: readonly Route[]
  readonly slots?: number
}

/** A controller over two small pools, `general` and `sports`, without a handbook. */
export interface Fleet {
  readonly controller: Controller
  readonly house: House
  readonly clock: Rig['clock']
  readonly home: string
  readonly errors: readonly unknown[]
  submit(over?: { ask?: string; pool?: string; priority?: number; deadlineMs?: number }): Promise<Task>
  /** Submits an ask and waits until it stands. */
  run(ask?: string): Promise<Task>
  settled(taskId: number): Promise<Task>
  rows<Row = Record<string, unknown>>(sql: string): Promise<Row[]>
  close(): Promise<void>
}

export const ADA: Principal = { id: 'person:ada', kind: 'person', role: 'admin', owner: 'ada' }
export const AGENT: Principal = { id: 'agent:claude:ada', kind: 'agent', role: 'admin', owner: 'ada' }
export const EVE: Principal = { id: 'person:eve', kind: 'person', role: 'operator', owner: 'eve' }

export function smallFleet(options: FleetOptions = {}): Fleet {
  const one = rig({ ...options, folders: { ...foldersOf(options), ...options.folders } })
  const { house } = one.app.controller
  const nothing = { search: () => [], find: () => undefined, sizes: () => ({}) }
  const quiet: House = { ...house, routes: async () => options.routes ?? [], handbook: async () => nothing }
  const errors: unknown[] = []
  const controller = createController(quiet, (thrown) => errors.push(thrown))
  const settled = (taskId: number) => controller.tasks.settled(taskId, { signal: new AbortController().signal })
  const submit: Fleet['submit'] = ({ ask = 'what is a mortgage', pool = 'general', ...over } = {}) =>
    controller.tasks.submit({
      ...{ ask, pool, session: 's-test', principal: ADA, routing: { by: 'asked', scores: null } },
      ...over,
    })
  return {
    ...{ controller, house: quiet, clock: one.clock, home: one.home, errors, submit, settled },
    run: async (ask) => settled((await submit(ask === undefined ? {} : { ask })).id),
    rows: async <Row>(sql: string) => (await quiet.store()).maintain(sql) as Row[],
    async close() {
      await controller.worker.stop(0)
      await one.close()
    },
  }
}

function foldersOf({ gates = [], tools = [], slots = 2 }: FleetOptions) {
  const inert: Gate = { name: 'inert-answer', at: 'answer', inspect: (text) => ({ ruling: 'pass', text }) }
  const packs = ['general', 'sports'].map((name) => packOf(name, { gates, tools, slots }))
  return { packs: folderFrom(packs), gates: folderFrom([inert, ...gates]), tools: folderFrom(tools) }
}

const folderFrom = <Item extends { readonly name: string }>(items: readonly Item[]): Folder<Item> =>
  folderOf(
    items.map((item) => item.name),
    async (name) => ({ default: items.find((item) => item.name === name) }),
  )

const packOf = (
  name: string,
  { gates, tools, slots }: { gates: readonly Gate[]; tools: readonly Tool[]; slots: number },
): Pack => ({
  ...{ name, title: `${name} people`, summary: 'They help.', capabilities: ['help'], aliases: [], signals: [name] },
  ...{ examples: ['help me'], notice: null, role: 'balanced' as const, slots, system: 'Be kind.' },
  checks: gates.map((gate) => gate.name),
  tools: tools.map((tool) => tool.name),
})
