// Runs main.cjs beside it from V8's code cache, as the product's loader does: processes that are killed by the thousand
// start in half the time. The first one that ends in order writes the cache.
const { existsSync, readFileSync, renameSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')
const { Script } = require('node:vm')

const file = join(__dirname, 'main.cjs')
const cacheFile = join(__dirname, 'cache')
const cachedData = existsSync(cacheFile) ? readFileSync(cacheFile) : undefined
const script = new Script(readFileSync(file, 'latin1'), { filename: file, cachedData })
script.runInThisContext()({}, require, module, file, __dirname)

if (cachedData === undefined) {
  process.once('exit', () => {
    writeFileSync(`${cacheFile}.${process.pid}`, script.createCachedData())
    renameSync(`${cacheFile}.${process.pid}`, cacheFile)
  })
}
