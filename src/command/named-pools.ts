import type { Context } from './context.ts'

/** Names of the pools that a pool slot means: `all` is every pool. */
export const namedPools = async (pool: string, { pools }: Context['controller']): Promise<string[]> =>
  pool === 'all' ? (await pools.list()).map((one) => one.pool) : [pool]
