import { isOperatorError } from '../base/errors.ts'
import { hitsToOffer, pagesThatFit } from '../knowledge/choose-pages.ts'
import { type Handbook, HEADINGS, type Hit, type Page, sectionText } from '../knowledge/page.ts'
import { isForeign } from '../language/foreign-text.ts'
import { prose } from '../report/report.ts'
import { sayBlocks } from '../report/say-blocks.ts'
import { callTool, type ToolAccess } from '../tools/call-tool.ts'
import type { Tool, ToolResult, Utterance } from '../tools/tool.ts'
import type { Answer } from './answer.ts'
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
 * Answers without a model: runs the tool that the sentence asks for, finds the pages that fit, and composes what was
 * understood, what was computed or what it can mean, what to do next, what to ask or bring, and the sources.
 * Where nothing fits it says so; it never invents.
 *
 * @throws OperatorError what a tool throws that no wording can mend (CANCELLED, KILLED, POLICY_DENIED).
 */
export async function answerFromHandbook(said: Utterance, desk: SpecialistDesk): Promise<Draft> {
  const { ready, handbook, access, searchAsk } = desk
  const hits = handbook.search(searchAsk, ready.pack.name, 4)
  const tool = hearTool(said, ready.tools)
  const pages = tool?.tool.alone ? [] : pagesThatFit(hits)
  if (tool && 'missing' in tool) return askForMore(tool.tool, tool.missing, pages)
  const fromPages = () => (pages.length > 0 ? compose(pages, hits) : offer(hitsToOffer(hits), ready))
  if (!tool) return isForeign(said.text) ? draft('nothing', ENGLISH_ONLY, []) : fromPages()
  return compute(tool.tool, tool.use, access, { pages, fromPages })
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
  readonly pages: readonly Page[]
  /** The answer without any tool. */
  readonly fromPages: () => Draft
}

async function compute(tool: Tool, rawInput: unknown, access: ToolAccess, shelf: Shelf): Promise<Draft> {
  const { pages } = shelf
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
  const after = pages
    .slice(0, 1)
    .map((page) => [part('What to do next', page, HEADINGS.next), related(page)].filter(Boolean).join('\n\n'))
  const text = [before, sayBlocks(result.blocks), ...after].join('\n\n')
  return {
    ...draft('answered', text, pages.slice(0, 1)),
    blocks: [prose(before), ...result.blocks, ...after.filter(Boolean).map(prose)],
    computed: [{ tool: result.tool, input: result.input, output: result.output }],
  }
}

/** What the handbook says, and before it what must be set up so that the tool could say more. */
function setUpFirst({ blocks }: ToolResult, told: Draft): Draft {
  const notes = blocks.flatMap((block) => (block.kind === 'note' ? [block.text] : []))
  return { ...told, text: [...notes, told.text].join('\n\n'), blocks: [...blocks, ...told.blocks] }
}

function askForMore(tool: Tool, missing: readonly string[], pages: readonly Page[]): Draft {
  const need = missing.map((item) => `- ${item}`).join('\n')
  const page = pages[0]
  const short = page ? `\n\n${part('Meanwhile, in short', page, HEADINGS.short)}` : ''
  const text = `**What I understood.** ${tool.summary}\n\n**To compute it I still need**\n${need}\n\nFor example: \`${tool.example}\`${short}`
  return draft('unclear', text, page ? [page] : [])
}

function compose(pages: readonly Page[], hits: readonly Hit[]): Draft {
  const titles = pages.map((page) => `“${page.title}”`).join(' and ')
  const [first, second] = pages
  const parts = [
    `**What I understood.** ${understood(titles, hits[0]?.fit ?? 0)}`,
    ...(first ? [part('In short', first, HEADINGS.short)] : []),
    ...(second ? [part(second.title, second, HEADINGS.short)] : []),
    ...pages.map((page) => part(titled('What it can mean', page, pages), page, HEADINGS.meaning)),
    ...pages.map((page) => part(titled('Get help now if', page, pages), page, HEADINGS.urgent)),
    ...pages.map((page) => part(titled('What to do next', page, pages), page, HEADINGS.next)),
    ...(first ? [part('What to ask or bring', first, HEADINGS.bring), related(first)] : []),
  ]
  return { ...draft('answered', parts.filter(Boolean).join('\n\n'), pages), fit: hits[0]?.fit ?? null }
}

/** Below this confidence the page is called what it is: the nearest one. */
const SURELY_MEANT = 0.65

const understood = (titles: string, fit: number): string =>
  fit >= SURELY_MEANT
    ? `You are asking about ${titles}.`
    : `The nearest that the handbook has is ${titles}. It may not answer all that you ask.`

const titled = (heading: string, page: Page, pages: readonly Page[]): string =>
  pages.length > 1 ? `${heading}: ${lowerFirst(page.title)}` : heading

function part(title: string, page: Page, heading: string): string {
  const text = sectionText(page, heading)
  return text ? `**${title}**\n${text}` : ''
}

const related = (page: Page): string =>
  page.related.length > 0 ? `See also: ${page.related.map((slug) => slug.replaceAll('-', ' ')).join(' · ')}` : ''

function offer(hits: readonly Hit[], { pack }: ReadyPack): Draft {
  if (hits.length > 0) {
    const titles = hits.map((hit) => `- ${hit.page.title}`).join('\n')
    const text = `I am not sure that I understood. Did you mean one of these?\n${titles}\n\nType one of these titles to read it, or ask again in other words.`
    return { ...draft('unclear', text, []), fit: hits[0]?.fit ?? null }
  }
  const examples = pack.examples.map((example) => `- ${example}`).join('\n')
  const text = `The ${pack.name} handbook has nothing that fits this question, so I will not guess. What would help: more words about what you want to know, or a configured model (\`operatoros providers\`).\n\nThings I can answer:\n${examples}`
  return draft('nothing', text, [])
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
