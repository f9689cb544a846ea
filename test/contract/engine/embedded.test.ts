import { describe } from 'vitest'
import { smallFleet } from '../../helpers/small-fleet.ts'
import { ending } from './ending.ts'
import type { EngineUnderTest } from './engine-under-test.ts'
import { processes } from './processes.ts'
import { queueing } from './queueing.ts'
import { takingOver } from './taking-over.ts'

const embedded: EngineUnderTest = {
  name: 'the embedded dispatcher over a SQLite file',
  open: (options) => smallFleet({ ...options, file: true }),
  openBeside: (fleet, options) => smallFleet({ ...options, home: fleet.home, clock: fleet.clock }),
}

describe(embedded.name, () => {
  describe('queueing', () => queueing(embedded))
  describe('ending', () => ending(embedded))
  describe('taking over', () => takingOver(embedded))
  describe('processes', () => processes())
})
