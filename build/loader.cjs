#!/usr/bin/env node
// Runs the modules of the packs beside it from V8's code cache, which halves the start. A cache belongs to one
// Node version, one machine type and one build. The build writes those of its own Node; another Node writes its own at its
// first run, or none where the folder is read-only.
const {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} = require('node:fs')

if (process.argv.length === 3 && (process.argv[2] === '--version' || process.argv[2] === '-V')) {
  writeSync(1, '__VERSION__\n')
} else {
  runMain()
}

function runMain() {
  const spaces = new Map()
  const begun = new Set()
  const names = ['__PACKS__']
  const packs = []
  load('bin_operatoros')

  function openPack(name) {
    // A script of its own may not import by itself (or only with a warning): this file does it for it.
    const importFor = (path) => import(path)
    const loadLater = async (path) => load(path)
    return compile(name, '').runInThisContext()(spaceOf, loadLater, require, __dirname, importFor)
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
}

// A whole cache that V8 refuses is that of a program with other flags: these flags have one of their own beside it.
// Their tag is asked for only then, for loading node:v8 takes longer than all the rest here.
function compile(name, flags) {
  const { Script } = require('node:vm')
  const filename = `${__dirname}/${name}.cjs`
  const cacheFile = `${__dirname}/.cache-${name}-__BUILD__-${process.version}-${process.arch}${flags}`
  const { cachedData, mayWrite } = readCache(cacheFile)
  // A pack is pure ASCII (the build escapes the rest), and latin1 is the quickest way to read that.
  const script = new Script(readFileSync(filename, 'latin1'), { filename, cachedData })
  if (script.cachedDataRejected === false) return script
  if (cachedData !== undefined && flags === '') return compile(name, `-${require('node:v8').cachedDataVersionTag()}`)
  if (mayWrite) writeCacheAtExit(script, cacheFile)
  return script
}

// V8 believes what a cache holds, and one damaged byte may crash it: the file holds the cache twice, and what is not
// the same twice is not taken. To compare costs a tenth of a millisecond, any sum in JavaScript more than one.
function readCache(cacheFile) {
  try {
    const twice = readFileSync(cacheFile)
    const cachedData = twice.subarray(0, twice.length / 2)
    // A file whose content never reached the disk may be empty or all zeros.
    const isWhole = cachedData.length > 4 && cachedData.readInt32LE(0) !== 0
    if (isWhole && cachedData.equals(twice.subarray(cachedData.length))) return { cachedData, mayWrite: true }
    return { cachedData: undefined, mayWrite: true }
  } catch (thrown) {
    return { cachedData: undefined, mayWrite: thrown.code === 'ENOENT' }
  }
}

// Written when the program has done its work, so that the functions it used are in it.
function writeCacheAtExit(script, cacheFile) {
  process.once('exit', () => {
    const draft = `${cacheFile}.${process.pid}`
    try {
      writeDraft(draft, script.createCachedData())
      renameSync(draft, cacheFile)
    } catch {
      // A read-only folder or a full disk: the program starts without a cache.
      remove(draft)
    }
  })
}

function remove(draft) {
  try {
    unlinkSync(draft)
  } catch {
    // It was never made.
  }
}

// On the disk before it gets its name: after a power cut a name may stand for a file that never came.
function writeDraft(draft, cachedData) {
  const fd = openSync(draft, 'w')
  try {
    writeFileSync(fd, Buffer.concat([cachedData, cachedData]))
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}
