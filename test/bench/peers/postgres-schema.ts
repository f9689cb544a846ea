import { peerPackage } from './peer-package.ts'

interface Pg {
  Client: new (options: {
    connectionString: string
  }) => {
    connect(): Promise<void>
    query(text: string): Promise<{ rows: Array<Record<string, string>> }>
    end(): Promise<void>
  }
}

/** A schema of its own in the PostgreSQL that DATABASE_URL names; nothing else in that database is touched. */
export interface PostgresSchema {
  readonly url: string
  readonly schema: string
  drop(): Promise<void>
}

let made = 0

/** @throws Error when DATABASE_URL names no PostgreSQL, it does not answer, or it would lose what it acknowledged. */
export async function postgresSchema(): Promise<PostgresSchema> {
  const url = process.env.DATABASE_URL
  if (!url || !/^postgres(?:ql)?:/.test(url)) throw new Error('DATABASE_URL names no PostgreSQL')
  made += 1
  const schema = `operatoros_bench_${process.pid}_${made}`
  for (const setting of ['fsync', 'synchronous_commit']) {
    const [row] = await ask(url, `show ${setting}`)
    if (row?.[setting] !== 'on') throw new Error(`the PostgreSQL has ${setting} ${row?.[setting]}, not on`)
  }
  return { url, schema, drop: async () => void (await ask(url, `drop schema if exists ${schema} cascade`)) }
}

/** Runs one statement on a connection of its own. */
async function ask(url: string, statement: string): Promise<Array<Record<string, string>>> {
  const { Client } = peerPackage<Pg>('pg')
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}
