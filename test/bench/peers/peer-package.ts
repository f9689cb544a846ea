import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'

/**
 * A package from the folder that OPERATOROS_BENCH_PEERS names: what is measured beside us is no dependency of ours.
 *
 * @throws Error when the folder is not named, or the package is not in it.
 */
export function peerPackage<Package>(name: string): Package {
  const folder = process.env.OPERATOROS_BENCH_PEERS
  if (!folder) throw new Error('OPERATOROS_BENCH_PEERS names no folder')
  const require = createRequire(join(resolve(folder), 'package.json'))
  try {
    return require(name) as Package
  } catch (cause) {
    throw new Error(`${name} is not installed in ${folder}`, { cause })
  }
}

/** The version of an installed package, as its package.json says; @throws Error as `peerPackage`. */
export const peerVersion = (name: string): string => peerPackage<{ version: string }>(`${name}/package.json`).version
