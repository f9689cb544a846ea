import { type Ink, type Paint, plain } from './format.ts'

/**
 * Colours in the person's own sixteen, or none. NO_COLOR, FORCE_COLOR and TERM=dumb have been obeyed by the caller,
 * because chalk does not know the first.
 */
export async function choosePaint(colour: boolean): Promise<Paint> {
  if (!colour) return plain
  const { Chalk } = await import('chalk')
  const chalk = new Chalk({ level: 1 })
  const styles: Readonly<Record<Ink, (text: string) => string>> = {
    title: chalk.bold.cyan,
    label: chalk.cyan,
    dim: chalk.dim,
    good: chalk.green,
    warn: chalk.yellow,
    bad: chalk.red,
    bold: chalk.bold,
    accent: chalk.cyan,
  }
  return (ink, text) => styles[ink](text)
}
