import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/eisenhower.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const sort = async (text: string) => {
  const heard = hear(text)
  if (!heard || !('use' in heard)) throw new Error(`not heard: ${text}`)
  return (await tool.call(heard.use, toolContext)).output
}
const FOUR = { do_first: ['outage'], schedule: ['plan'], delegate: ['mails'], drop: ['tv'], open: [] }

describe('eisenhower', () => {
  it.each([
    'urgent and important: outage; not urgent but important: plan; urgent but not important: mails; not urgent and not important: tv',
    'eisenhower matrix: outage (urgent, important), plan (important, not urgent), mails (urgent, not important), tv (neither)',
    'eisenhower matrix for: outage - urgent and important; plan - important not urgent; mails - urgent not important; tv - neither',
    'Do first: outage; Schedule: plan; Delegate: mails; Drop: tv - eisenhower',
    'isenhower urgent important: outage; important not urgent: plan; urgent not important: mails; neither: tv',
    'eisenhower box\n- outage: urgent + important\n- plan: important, no rush\n- mails: urgent, trivial\n- tv: can wait, not important',
    'sort my tasks by urgent and important: outage asap important, plan important but not urgent, mails urgent not important, tv unimportant no hurry',
  ])('"%s" fills the four fields', async (text) => expect(await sort(text)).toMatchObject(FOUR))

  it('a deadline two days away is urgent, one a week away is not', async () => {
    // The day is 20 November 2026, a Friday.
    const output = await sort(
      'priority matrix: report due 22 nov important, gift due friday important, rent due tomorrow',
    )
    expect(output).toMatchObject({
      do_first: ['report'],
      schedule: ['gift'],
      open: [{ name: 'rent', ask: 'important' }],
      deadlines: [
        { name: 'report', date: '2026-11-22', days_left: 2 },
        { name: 'gift', date: '2026-11-27', days_left: 7 },
        { name: 'rent', date: '2026-11-21', days_left: 1 },
      ],
    })
  })

  it('what the words do not tell is asked for and not guessed', async () => {
    expect(await sort('eisenhower: taxes (urgent, important), gym (important), walk')).toMatchObject({
      do_first: ['taxes'],
      schedule: [],
      open: [
        { name: 'gym', ask: 'urgent' },
        { name: 'walk', ask: 'both' },
      ],
    })
    expect(hear('put these into an eisenhower matrix: taxes, gym')).toEqual({
      missing: ['for “taxes”: urgent or not, important or not', 'for “gym”: urgent or not, important or not'],
    })
    expect(hear('make an eisenhower matrix')).toHaveProperty('missing')
  })

  it.each([
    'what is the eisenhower matrix',
    'how do i prioritise',
    'this is urgent and important',
    'urgent: my chest hurts',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it.each([{}, { tasks: [] }, { tasks: [{ name: 'a', due: '30 february' }] }])('%j is refused', (input) =>
    expect(tool.call(input, toolContext)).rejects.toMatchObject({ code: 'ARGS_INVALID' }),
  )
})
