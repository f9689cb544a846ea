// Required before the built program while the build fills the code caches: what a run has used joins the pack's cache.
const { writeFileSync } = require('node:fs')
const { basename, dirname, join } = require('node:path')
const vm = require('node:vm')

const { Script } = vm
const { WARM_PACK: pack, WARM_BUILD: build } = process.env

vm.Script = class extends Script {
  constructor(source, options) {
    super(source, options)
    const name = basename(options.filename, '.cjs')
    if (name !== pack) return
    const file = join(dirname(options.filename), `.cache-${name}-${build}-${process.version}-${process.arch}`)
    process.once('exit', () => {
      const cachedData = this.createCachedData()
      // Twice, as the loader expects it.
      writeFileSync(file, Buffer.concat([cachedData, cachedData]))
    })
  }
}
