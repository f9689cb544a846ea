/** What help is asked about: a command's name, and the line that names it. */
interface AskedHelp {
  readonly topic: string
  /** The line without the words that ask for help: `help on "kill on"` → `kill on`. */
  readonly about: string
}

/** A line that begins with "help" and goes on with a command's name and more words; null for any other. */
export function readHelp(raw: string, names: ReadonlySet<string>): AskedHelp | null {
  const about = HELP.exec(raw)?.[1]?.replace(/["'`]/g, '').trim() ?? ''
  const [name = '', ...more] = about.split(/[\s:]+/)
  const topic = name.toLowerCase()
  return names.has(topic) && more.length > 0 ? { topic, about } : null
}

const HELP = /^help\s+(?:me\s+)?(?:(?:with|on|about)\s+)?(?:the\s+)?(?:command\s+)?(\S[\s\S]*)$/i
