import * as z from 'zod'
import type { Pack } from '../agents/pack.ts'
import { askArgs, askData, runAsk, showAsk } from './ask-command.ts'
import { type Command, defineCommand } from './define.ts'

/** The command of a pack: `healthcare: <ask>`. A new pack has its command by being a folder. */
export const packCommand = ({ name, title, summary, examples }: Pack): Command =>
  defineCommand({
    name,
    summary: `Ask the ${title.charAt(0).toLowerCase()}${title.slice(1)}.`,
    group: 'Ask',
    usage: [`${name}: {ask}`, `${name} {ask}`],
    phrases: [],
    examples: examples.slice(0, 2).map((example) => `${name}: ${example}`),
    role: 'operator',
    effect: 'reads',
    material: true,
    args: z.strictObject(askArgs),
    returns: askData.describe(summary),
    onlyShown: ['blocks'],
    run: (args, context) => runAsk(args, name, context),
    show: showAsk,
  })
