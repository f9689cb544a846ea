import { openFleetFile } from './fleet-file.ts'

// A process of the storm: submits so many tasks to a shared file and prints the numbers that were acknowledged.
const [home, count, label] = process.argv.slice(2)
const { app } = openFleetFile(home)
const ids: number[] = []
for (let i = 0; i < Number(count); i += 1) {
  const { session } = app.caller
  const text = `15% of ${i} (${label})`
  ids.push(
    (await app.controller.asks.submit({ text, pool: 'general', attachment: null, session, principal: app.caller })).id,
  )
}
await app.close()
process.stdout.write(JSON.stringify(ids))
