import { parseArgs } from 'node:util'
import { killWorkers } from './kill-workers.ts'
import { storm } from './storm.ts'

// The long run: npm run faults -- --deaths 300 --seed 7 --processes 20 --each 100
const { values } = parseArgs({
  options: {
    deaths: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    processes: { type: 'string', default: '20' },
    each: { type: 'string', default: '100' },
  },
})
const killed = await killWorkers({ deaths: Number(values.deaths), seed: Number(values.seed) })
process.stdout.write(`deaths ${JSON.stringify(killed)}\n`)
const stormed = await storm(Number(values.processes), Number(values.each))
process.stdout.write(`storm ${JSON.stringify(stormed)}\n`)
const good =
  killed.notDone + killed.lost + killed.recordedTwice + stormed.errors.length === 0 &&
  killed.journalClean &&
  stormed.journalClean
process.exitCode = good ? 0 : 1
