import * as z from 'zod'
import { OperatorError } from '../../base/errors.ts'
import { type Block, facts, note, number, prose, table } from '../../report/report.ts'
import { heardText } from '../heard-text.ts'
import { readWorkflow, type Workflow, type WorkflowStep } from '../read-workflow.ts'
import { defineTool, type Heard, type Utterance } from '../tool.ts'

/** Lines of the draft are broken here, so that a terminal of 60 columns shows them whole. */
const LINE_WIDTH = 58

const Step = z.object({
  id: z.string(),
  do: z.string(),
  owner: z.string().nullable(),
  after: z.array(z.string()),
  within: z.string().nullable(),
  when: z.string().nullable(),
})
const Output = z.object({
  trigger: z.string().nullable(),
  steps: z.array(Step),
  /** YAML 1.2 with `trigger` and `steps`; what was not said is left out. */
  yaml: z.string(),
  open_questions: z.array(z.string()),
})

/** A draft of a workflow as YAML: only what the description says, and questions for the rest. */
export default defineTool({
  name: 'workflow-draft',
  summary: 'Turns steps that you describe into a workflow draft in YAML, with questions for what was not said.',
  example:
    'draft a workflow: when an order comes in, Anna checks stock, then Ben packs within 2 days, if payment fails notify finance',
  effect: 'read',
  input: z.object({
    description: z.string().min(1, 'a description of the steps is needed').max(8_000, 'the description is too long'),
  }),
  output: Output,
  hear: hearSteps,
  async run({ description }) {
    const { trigger, steps } = readWorkflow(description)
    if (steps.length === 0)
      throw new OperatorError('ARGS_INVALID', 'I cannot find a step in the description.', {
        hint: 'Write it as: when an order comes in, Anna checks stock, then Ben packs within 2 days',
      })
    const { stringify } = await import('yaml')
    return {
      trigger,
      steps: steps.map((step) => ({ ...step, after: [...step.after] })),
      yaml: stringify(
        { ...(trigger === null ? {} : { trigger }), steps: steps.map(saidOf) },
        { lineWidth: LINE_WIDTH },
      ),
      open_questions: questionsOf({ trigger, steps }),
    }
  },
  show: ({ yaml, steps, open_questions }) => [
    facts(undefined, {
      Steps: number(steps.length),
      'Without an owner': number(steps.filter(({ owner }) => owner === null).length),
      'Without a time limit': number(steps.filter(({ within }) => within === null).length),
    }),
    table(
      ['workflow.yaml'],
      yaml
        .trimEnd()
        .split('\n')
        .map((line) => [line]),
    ),
    ...questions(open_questions),
    note(
      'plain',
      'The draft holds your words only; each step waits for the last one before it that always happens. Nothing runs it yet.',
    ),
  ],
})

const questions = (open: readonly string[]): readonly Block[] =>
  open.length === 0 ? [] : [prose(`**Not said yet**\n${open.map((question) => `- ${question}`).join('\n')}`)]

/** What was said of a step, without empty fields. */
const saidOf = ({ id, do: act, owner, after, within, when }: WorkflowStep) => ({
  id,
  do: act,
  ...(owner === null ? {} : { owner }),
  ...(after.length === 0 ? {} : { after }),
  ...(within === null ? {} : { within }),
  ...(when === null ? {} : { when }),
})

function questionsOf({ trigger, steps }: Workflow): string[] {
  const named = (missing: readonly WorkflowStep[]) => missing.map(({ do: act }) => `“${act}”`).join(', ')
  const [ownerless, limitless] = [
    steps.filter(({ owner }) => owner === null),
    steps.filter(({ within }) => within === null),
  ]
  const conditional = steps.filter(({ when }) => when !== null)
  const lastAlways = steps.findLast(({ when }) => when === null)
  return [
    ...(trigger === null ? ['What starts it?'] : []),
    ...(ownerless.length > 0 ? [`Who does ${named(ownerless)}?`] : []),
    ...(limitless.length > 0 ? [`How soon must it happen: ${named(limitless)}?`] : []),
    ...conditional.map(({ do: act, when }) => `When is “${when}” found out, and what happens after “${act}”?`),
    ...(lastAlways ? [`How does one see that “${lastAlways.do}” is done, and who is told?`] : []),
  ]
}

const TOPIC =
  /\b(?:workflow|work flow|flow ?chart|worfklow|process|procedure|automation|sop)\b|\bautomate\b|\byaml\b|\bsteps\b/
const ORDER =
  /\b(?:draft|write|make|create|turn|convert|put|build|document|model|map|describe|generate|need|want|design)\b.{0,60}\b(?:workflow|work flow|process|procedure|automation|yaml|sop)\b|^(?:draft )?(?:workflow|process|(?:standard )?(?:operating )?procedure|automation|yaml|sop|flow ?chart)(?: draft| yaml| steps)?(?: (?:for|of) [^:]{1,60})?\s*[:-]|^workflow draft[.?! ]*$|\b(?:as|into|to|in) (?:a )?(?:yaml|workflow)\b|^(?:please )?automate (?:this|the following)\b/
const ASKS_WHAT = /^(?:hey |hi |so |and |please )?(?:how|what|why|when should|is|are|does|should|explain|which)\b/
const LEAD =
  /^[^:\n]{0,120}?\b(?:workflow|work flow|process|procedure|automation|automate|yaml|sop|flow ?chart|steps)\b[^:\n]{0,60}(?::|\n|\s-\s)/i
const TAIL =
  /[\s,.;–—-]+(?:please |can you |could you |now )*(?:turn|make|write|draft|convert|put|create|save|document)\s+(?:me |that |this |it |these )?(?:steps |process )?(?:down )?(?:a|an|into|as|in|to|from)\b.{0,40}$/i

function hearSteps(said: Utterance): Heard {
  const text = heardText(said)
  if (!TOPIC.test(text) || !ORDER.test(text)) return null
  const description = describedIn(said)
  const { trigger, steps } = readWorkflow(description)
  const isDescribed = steps.length >= 2 || (steps.length === 1 && trigger !== null)
  if (isDescribed && (said.attachment !== null || /[,;\n→.]|->|\bthen\b/.test(description.trim())))
    return { use: { description } }
  const asksForDraft =
    /^workflow draft\b|\b(?:draft|write|make|create|generate)\b.{0,30}\b(?:workflow (?:draft|yaml|file)|yaml)\b/.test(
      text,
    )
  return asksForDraft && !ASKS_WHAT.test(text)
    ? { missing: ['the steps: what starts it, who does what, how soon, and what happens if something fails'] }
    : null
}

/** The steps stand in what came along, behind the lead ("workflow for orders: …") or before the order ("… - make this a workflow"). */
function describedIn({ text, attachment }: Utterance): string {
  if (attachment !== null) return attachment.slice(0, 8_000)
  const plain = text.slice(0, 8_000).replace(/[‘’]/g, "'")
  const lead = LEAD.exec(plain)
  if (lead) return plain.slice(lead[0].length).trim()
  const when = /\b(?:when(?:ever)?|as soon as|every time|each time|once)\s/i.exec(plain)
  const opening = /^.{0,60}\b(?:workflow|process|automation|yaml)\b(?: for| of| where| in which)?\s/i.exec(plain)
  const rest = opening && when && when.index >= opening.index ? plain.slice(when.index) : plain
  return rest.replace(TAIL, '').trim()
}
