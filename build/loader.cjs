#!/usr/bin/env node
// Runs the modules of the packs beside it from V8's code cache, which halves the start. A cache belongs to one
// Node version, one machine type and one build. The build writes those of its own Node; another Node writes its own at its
// first run, or none where the folder is read-only.
const { writeSync, readFileSync, renameSync, writeFileSync } = require('node:fs')

if (process.argv.length === 3 && (process.argv[2] === '--version' || process.argv[2] === '-V')) {
  writeSync(1, '__VERSION__\n')
} else {
  runMain()
}

function runMain() {
  const { Script } = require('node:vm')
  const spaces = new Map()
  const begun = new Set()
  const names = ['__PACKS__']
  const packs = []
  load('bin_operatoros')

  function openPack(name) {
    const file = `${__dirname}/${name}.cjs`
    const cacheFile = `${__dirname}/.cache-${name}-__BUILD__-${process.version}-${process.arch}`
    const cachedData = readCache(cacheFile)
    // A pack is pure ASCII (the build escapes the rest), and latin1 is the quickest way to read that.
    const script = new Script(readFileSync(file, 'latin1'), { filename: file, cachedData })
    if (cachedData === undefined || script.cachedDataRejected) writeCacheAtExit(script, cacheFile)
    // A script of its own may not import by itself (or only with a warning): this file does it for it.
    const importFor = (path) => import(path)
    const loadLater = async (path) => load(path)
    return script.runInThisContext()(spaceOf, loadLater, require, __dirname, importFor)
  }

  // What a module exports. The module is evaluated at the first look at it; from then on these are plain values.
  function spaceOf(name) {
    let space = spaces.get(name)
    if (space === undefined) {
      const first = {
        get(_, key, self) {
          load(name)
          return Object.hasOwn(self, key) ? self[key] : undefined
        },
      }
      space = Object.create(new Proxy({}, first))
      spaces.set(name, space)
    }
    return space
  }

  function load(name) {
    const space = spaceOf(name)
    if (begun.has(name)) return space
    begun.add(name)
    try {
      return Object.assign(space, moduleOf(name)())
    } catch (thrown) {
      begun.delete(name)
      throw thrown
    }
  }

  // The packs stand in the order in which commands need them: one that needs a later pack needs those before it.
  function moduleOf(name) {
    for (let i = 0; i < names.length; i += 1) {
      packs[i] ??= openPack(names[i])
      if (packs[i][name] !== undefined) return packs[i][name]
    }
  }

  function readCache(cacheFile) {
    try {
      return readFileSync(cacheFile)
    } catch {
      return undefined
    }
  }

  // Written when the program has done its work, so that the functions it used are in it.
  function writeCacheAtExit(script, cacheFile) {
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
