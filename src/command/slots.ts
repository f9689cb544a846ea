import * as z from 'zod'

/** The name of a pool; words such as "the doctors" are understood where a sentence is read. */
export const poolSlot = z.string().trim().toLowerCase().min(1).meta({ slot: 'pool', description: 'name of a pool' })

/** The number of a task, with or without `#`. */
export const taskSlot = z.coerce
  .number('it is not a task number')
  .int('a task number is a whole number')
  .min(1, 'task numbers begin at 1')
  .meta({ slot: 'task', description: 'number of a task' })

/** The rest of the line, as it was typed. */
export const restSlot = (description: string) =>
  z.string().trim().min(1, 'it is empty').meta({ slot: 'rest', description })

/** A yes-or-no option: `--dry-run`, or `--dry-run false`. */
export const flag = (description: string) =>
  z.stringbool().or(z.boolean()).default(false).meta({ slot: 'flag', description })

/** A step of a size: a whole number from 1 to 1,000, or a share of what is there. */
export const stepSlot = z
  .union([z.enum(['half', 'double', 'triple']), z.coerce.number().int().min(1).max(1_000)], {
    error: 'it is a whole number from 1 to 1,000, or half, double or triple',
  })
  .meta({ slot: 'step', description: 'how many more or fewer' })

/** When something is to happen, in words: "in 2h", "every monday at 8", "0 9 * * 1-5". */
export const whenSlot = z.string().trim().min(1, 'it is empty').meta({
  slot: 'when',
  description: 'in 2h, at 18:00, tomorrow at 9, every monday at 8, or a cron expression such as "0 9 * * 1-5"',
})
