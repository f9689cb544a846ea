import { isOperatorError } from '../base/errors.ts'
import { alsoAsked, hitsToOffer, isAnsweredBy, nearMisses, pageThatFits } from '../knowledge/choose-pages.ts'
import { type Handbook, HEADINGS, type Hit, type Page, sectionText } from '../knowledge/page.ts'
import { isForeign } from '../language/foreign-text.ts'
import { prose } from '../report/report.ts'
import { sayBlocks } from '../report/say-blocks.ts'
import { callTool, type ToolAccess } from '../tools/call-tool.ts'
import type { Tool, ToolResult, Utterance } from '../tools/tool.ts'
import type { Answer } from './answer.ts'
import { composePage, firstSteps, part } from './compose-page.ts'
import type { ReadyPack } from './ready-pack.ts'

type Draft = Omit<Answer, 'emergency' | 'notice' | 'remarks'>

/** What the specialist works with. `searchAsk` is the question with what the conversation adds to it. */
export interface SpecialistDesk {
  readonly ready: ReadyPack
  readonly handbook: Handbook
  readonly access: ToolAccess
  readonly searchAsk: string
}

/**
 * Answers without a model: runs the tool that the sentence asks for, finds the page that fits (a second one only where two
 * things are asked), and composes what was understood, what was computed or what the page says to this question, and
 * the sources. Where nothing fits it says so; it never invents.
 *
 * @throws OperatorError what a tool throws that no wording can mend (CANCELLED, KILLED, POLICY_DENIED).
 */
export async function answerFromHandbook(said: Utterance, desk: SpecialistDesk): Promise<Draft> {
  const { ready, handbook, access, searchAsk } = desk
  const hits = handbook.search(searchAsk, ready.pack.name, 4)
  const tool = hearTool(said, ready.tools)
  const page = tool?.tool.alone ? null : pageThatFits(hits)
  if (tool && 'missing' in tool) return askForMore(tool.tool, tool.missing, page)
  const fromPages = () =>
    page && !isSaidElsewhere(page, desk) ? compose(page, hits, said.text, desk) : nearest(hits, said.text, desk)
  if (!tool) return isForeign(said.text) ? draft('nothing', ENGLISH_ONLY, []) : fromPages()
  return compute(tool.tool, tool.use, access, { page, fromPages })
}

const ENGLISH_ONLY =
  'Without a model I understand English only, so I will not guess what this means. Ask again in English, or configure a model (`operatoros providers`), which knows many languages.\n\nIf somebody may be in danger, call your local emergency number now.'

function hearTool(said: Utterance, tools: readonly Tool[]) {
  for (const tool of tools) {
    const heard = tool.hear(said)
    if (heard) return { tool, ...heard }
  }
  return undefined
}

interface Shelf {
  readonly page: Page | null
  /** The answer without any tool. */
  readonly fromPages: () => Draft
}

async function compute(tool: Tool, rawInput: unknown, access: ToolAccess, shelf: Shelf): Promise<Draft> {
  const pages = shelf.page ? [shelf.page] : []
  try {
    const result = await callTool(tool, rawInput, access)
    return result.lacksSetup ? setUpFirst(result, shelf.fromPages()) : computed(result, tool, pages)
  } catch (thrown) {
    if (!isOperatorError(thrown) || !MENDABLE.has(thrown.code)) throw thrown
    const text = `**What I understood.** You ask for: ${lowerFirst(tool.summary)}\n\n${thrown.message}${thrown.hint ? ` Next: ${thrown.hint}` : ''}\n\nFor example: \`${tool.example}\``
    return draft('unclear', text, pages)
  }
}

// What a person can mend by saying it differently, or what only means that a source is out of reach.
const MENDABLE = new Set(['ARGS_INVALID', 'PROVIDER_FAILED', 'RATE_LIMITED', 'NOT_FOUND', 'UNAUTHENTICATED'])

function computed(result: ToolResult, tool: Tool, pages: readonly Page[]): Draft {
  const before = `**What I understood.** ${tool.summary}`
  const after = pages.map((page) => `${firstSteps(page, STEPS_AFTER_RESULT)}\n\nTo read more, type “${page.title}”.`)
  const text = [before, sayBlocks(result.blocks), ...after].join('\n\n')
  return {
    ...draft('answered', text, pages),
    blocks: [prose(before), ...result.blocks, ...after.map((text) => prose(text))],
    computed: [{ tool: result.tool, input: result.input, output: result.output }],
  }
}

const STEPS_AFTER_RESULT = 3

/** What the handbook says, and before it what must be set up so that the tool could say more. */
function setUpFirst({ blocks }: ToolResult, told: Draft): Draft {
  const notes = blocks.flatMap((block) => (block.kind === 'note' ? [block.text] : []))
  return { ...told, text: [...notes, told.text].join('\n\n'), blocks: [...blocks, ...told.blocks] }
}

function askForMore(tool: Tool, missing: readonly string[], page: Page | null): Draft {
  const need = missing.map((item) => `- ${item}`).join('\n')
  const short = page ? `\n\n${part('Meanwhile, in short', sectionText(page, HEADINGS.short))}` : ''
  const text = `**What I understood.** ${tool.summary}\n\n**To compute it I still need**\n${need}\n\nFor example: \`${tool.example}\`${short}`
  return draft('unclear', text, page ? [page] : [])
}

/** Another pool's page has the question word for word, and this one has not: "how do I cancel a subscription" is no matter of churn. */
function isSaidElsewhere(page: Page, { handbook, searchAsk }: SpecialistDesk): boolean {
  if (isAnsweredBy(page, searchAsk)) return false
  const best = handbook.search(searchAsk, null, 1)[0]?.page
  return best !== undefined && best.domain !== page.domain && isAnsweredBy(best, searchAsk)
}

function compose(page: Page, hits: readonly Hit[], ask: string, { handbook, searchAsk }: SpecialistDesk): Draft {
  const second = alsoAsked(searchAsk, hits, handbook)
  const pages = second ? [page, second] : [page]
  const fit = hits.find((hit) => hit.page === page)?.fit ?? null
  const { text, whole } = composePage(page, ask)
  const near = [...nearMisses(hits), ...page.related.flatMap((slug) => handbook.find(`${page.domain}/${slug}`) ?? [])]
  const others = [...new Set(near)].filter((one) => !pages.includes(one)).slice(0, MOST_OTHERS)
  const parts = [
    `**What I understood.** ${understood(pages, fit ?? 0)}`,
    text,
    ...(second ? [addition(second)] : []),
    more(whole ? [] : pages, others),
  ]
  return { ...draft('answered', parts.filter(Boolean).join('\n\n'), pages), fit }
}

const MOST_OTHERS = 4

/** Below this confidence the page is called what it is: the nearest one. */
const SURELY_MEANT = 0.7

function understood(pages: readonly Page[], fit: number): string {
  const titles = quoted(pages).join(' and ')
  return fit >= SURELY_MEANT
    ? `You are asking about ${titles}.`
    : `The nearest that the handbook has is ${titles}. It may not answer all that you ask.`
}

const quoted = (pages: readonly Page[]): string[] => pages.map(({ title }) => `“${title}”`)

/** What a second page adds, where two things were asked: the short of it, first steps, and its warnings. */
const addition = (page: Page): string =>
  [
    part(page.title, sectionText(page, HEADINGS.short)),
    firstSteps(page, STEPS_AFTER_RESULT),
    part(HEADINGS.urgent, sectionText(page, HEADINGS.urgent)),
  ]
    .filter(Boolean)
    .join('\n\n')

/** What else to type: the title of what was shortened, and of pages near by. */
function more(shortened: readonly Page[], others: readonly Page[]): string {
  const whole = shortened.length > 0 ? `To read all of it, type ${quoted(shortened).join(' or ')}.` : ''
  const near = others.length > 0 ? `See also: ${others.map(({ title }) => title).join(' · ')}` : ''
  return [whole, near].filter(Boolean).join(' ')
}

/**
 * Where no page is sure enough: the one page that is near, or else what may have been meant, the page of another pool that
 * fits well before those of this one that fit a little.
 */
function nearest(hits: readonly Hit[], ask: string, desk: SpecialistDesk): Draft {
  const { pack } = desk.ready
  const found = pageThatFits(desk.handbook.search(desk.searchAsk, null, 1))
  const elsewhere = found && found.domain !== pack.name ? [found] : []
  const offered = hitsToOffer(hits)
  const [only, ...others] = offered
  if (only && others.length === 0 && elsewhere.length === 0) return compose(only.page, hits, ask, desk)
  const titles = [
    ...elsewhere.map(({ domain, title }) => `${domain}: ${title}`),
    ...offered.map((hit) => hit.page.title),
  ]
  if (titles.length === 0) return draft('nothing', nothingFits(pack), [])
  const best = elsewhere[0] ?? (only && only.fit >= WORTH_TELLING ? only.page : undefined)
  return { ...draft('unclear', meant(titles, best), []), fit: only?.fit ?? null }
}

const nothingFits = ({ name, examples }: ReadyPack['pack']): string =>
  `The ${name} handbook has nothing that fits this question, so I will not guess. What would help: more words about what you want to know, or a configured model (\`operatoros providers\`).\n\nThings I can answer:\n${examples.map((example) => `- ${example}`).join('\n')}`

/** From here on the nearest page is told in short where it is only offered. */
const WORTH_TELLING = 0.35

/** What may have been meant; of the page that is likeliest also what it says in short, and its warnings. */
function meant(titles: readonly string[], best: Page | undefined): string {
  const [which, what] = titles.length > 1 ? ['one of these', 'one of these titles'] : ['this', 'the title']
  return [
    `I am not sure that I understood. Did you mean ${which}?\n${titles.map((title) => `- ${title}`).join('\n')}`,
    ...(best ? [part(`“${best.title}” in short`, sectionText(best, HEADINGS.short))] : []),
    ...(best ? [part(HEADINGS.urgent, sectionText(best, HEADINGS.urgent))].filter(Boolean) : []),
    `Type ${what} to read it, or ask again in other words.`,
  ].join('\n\n')
}

const draft = (outcome: Answer['outcome'], text: string, pages: readonly Page[]): Draft => ({
  outcome,
  text,
  blocks: [prose(text)],
  computed: [],
  sources: [...new Set(pages.flatMap((page) => page.sources))],
  by: { kind: 'handbook', pages: pages.map((page) => page.id) },
  fit: null,
})

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
