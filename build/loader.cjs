#!/usr/bin/env node
// Runs main.cjs beside it from V8's code cache, which halves the start. The cache belongs to one Node version, one machine
// type and one build. The build writes the one of its own Node; another Node writes its own at its first run, or none where
// the folder is read-only.
const { writeSync, readFileSync, renameSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')
const { Script } = require('node:vm')

if (process.argv.length === 3 && (process.argv[2] === '--version' || process.argv[2] === '-V')) {
  writeSync(1, '__VERSION__\n')
} else {
  runMain()
}

function runMain() {
  const file = join(__dirname, 'main.cjs')
  const cacheFile = join(__dirname, `.cache-__BUILD__-${process.version}-${process.arch}`)

  function readCache() {
    try {
      return readFileSync(cacheFile)
    } catch {
      return undefined
    }
  }

  // The bundle is pure ASCII (esbuild escapes the rest), and latin1 is the quickest way to read that.
  const cachedData = readCache()
  const script = new Script(readFileSync(file, 'latin1'), { filename: file, cachedData })
  const own = { exports: {} }
  // A script of its own may not import by itself (or only with a warning): this file does it for it.
  script.runInThisContext()(own.exports, require, own, file, __dirname, (name) => import(name))

  // Written when the program has done its work, so that the functions it used are in it.
  if (cachedData === undefined || script.cachedDataRejected) {
    process.once('exit', () => {
      try {
        const draft = `${cacheFile}.${process.pid}`
        writeFileSync(draft, script.createCachedData())
        renameSync(draft, cacheFile)
      } catch {
        // A read-only folder: the program starts without a cache.
      }
    })
  }
}
