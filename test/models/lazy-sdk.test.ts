import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { readFolder } from '../../src/base/folder.ts'
import type { ProviderPlug } from '../../src/models/provider.ts'

const url = new URL('../../src/models/providers/', import.meta.url)
const SDKS = /^(?:openai|@anthropic-ai\/sdk|@google\/genai)(?:\/|$)/
const REQUEST = { model: 'm', system: '', messages: [], tools: [], maxTokens: 1 }

/** The plug with everything it imports, in which loading an SDK leaves a mark and brings nothing. */
async function marked(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`${name}.ts`, url))],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'mark-sdks',
        setup(bundler) {
          bundler.onResolve({ filter: SDKS }, ({ path }) => ({ path, namespace: 'sdk' }))
          bundler.onLoad({ filter: /./, namespace: 'sdk' }, ({ path }) => ({
            contents: `(globalThis.loadedSdks ??= []).push(${JSON.stringify(path)}); export default null`,
          }))
        },
      },
    ],
  })
  return `data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? '').toString('base64')}`
}

const loaded = (): unknown => Reflect.get(globalThis, 'loadedSdks')

describe.each(readFolder(url).names)('the provider %s', (name) => {
  it('loads its SDK at the first call, and not before', async () => {
    Reflect.deleteProperty(globalThis, 'loadedSdks')
    const { default: plug } = (await import(/* @vite-ignore */ await marked(name))) as { default: ProviderPlug }
    const provider = plug.open({ apiKey: 'k', baseUrl: undefined, idleMs: 1_000, totalMs: 1_000 })
    await new Promise(setImmediate)
    expect(loaded()).toBeUndefined()
    // The SDK that is not there cannot be called; that too is told as the provider's failure.
    await expect(provider.complete(REQUEST, new AbortController().signal, () => undefined)).rejects.toMatchObject({
      code: 'PROVIDER_FAILED',
    })
    expect(loaded()).toHaveLength(1)
  })
})
