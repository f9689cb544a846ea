import { asksToUnderstand } from './asks-to-compute.ts'
import { digitsForWords } from './number-words.ts'
import { spokenText } from './spoken-text.ts'
import type { Heard, Utterance } from './tool.ts'

const ASKS =
  /\b(?:summ?[ae]ri[sz]e?|summ?arry|summary|sum (?:it |this |that |these |them |everything )?up|tl;? ?dr|condense|abridge|shorten|boil (?:it |this |that |the \w+ )?down|gist|key (?:points?|takeaways?|messages?|sentences?|facts)|main (?:points?|ideas?|message|takeaways?)|takeaways|highlights|recap|most important sentences|in a nutshell|short version|make (?:it|this|that) (?:much )?(?:shorter|brief(?:er)?))\b/
const THIS =
  /\b(?:this|these|that|it|my|the (?:attached|following|above|below)|following|attached|the (?:text|article|document|email|mail|letter|report|page|file|paragraph|transcript|notes|essay|story))\b|https?:/
const LENGTH =
  /\b(?:in(?:to)?|to|with|as|using|about|at most|max(?:imum)?|only|give me|the|top|my|write|make)? ?(\d{1,3}|an?|one|a single|a few|a couple of) (?:short |main |key |most important |bullet |important |brief )*(?:sentences?|points?|bullets?|lines?|takeaways?|highlights|facts|ideas|statements)\b/
const SHARE = /\b(\d{1,2}) ?(?:%|percent|per cent)/
const PARTS: ReadonlyArray<readonly [RegExp, number]> = [
  [/\bby half\b|\bto (?:a )?half\b|\bhalf (?:the|its|of|as|the) /, 0.5],
  [/\b(?:a|one) third\b/, 1 / 3],
  [/\b(?:a|one) quarter\b/, 0.25],
  [/\b(?:a|one) fifth\b/, 0.2],
  [/\b(?:a|one) tenth\b/, 0.1],
]
const CALLED = 200

/** Hears "summarise this in 3 sentences" with a text attached, after a colon or in quotation marks; without one it asks for it. */
export function hearSummary(said: Utterance): Heard {
  const { ask, text } = partsOf(said.text)
  const asked = digitsForWords(spokenText(ask))
  if (!ASKS.test(asked) || asksToUnderstand(asked)) return null
  const attached = said.attachment?.trim() ? said.attachment : text
  if (attached !== null) return { use: { text: attached, ...lengthIn(asked) } }
  return THIS.test(asked) && asked.length < CALLED
    ? { missing: ['the text: pipe it in, or put it after a colon'] }
    : null
}

/** The request and the text it is about: after a line break or a colon, in quotation marks, or behind the first sentence. */
function partsOf(said: string): { readonly ask: string; readonly text: string | null } {
  const start = said.trimStart()
  const quote = /["“]/.exec(start.slice(0, CALLED))
  const colon = /:(?!\/\/)\s|\n|:$/.exec(start.slice(0, CALLED))
  const stop = /[.!?]\s+(?=\S)/.exec(start.slice(0, CALLED))
  const cut = [quote, colon, stop]
    .filter((found) => found !== null)
    .map(({ index, 0: sign }) => ({ from: index, to: index + (/["“]/.test(sign) ? 0 : sign.length) }))
    .filter(({ from }) => ASKS.test(spokenText(start.slice(0, from))))
    .sort((a, b) => a.from - b.from)[0]
  if (!cut) return { ask: start.slice(0, 2_000), text: null }
  const end = /^["“]/.test(start.slice(cut.to)) ? Math.max(start.lastIndexOf('"'), start.lastIndexOf('”')) : -1
  if (end > cut.to)
    return { ask: `${start.slice(0, cut.from)} ${start.slice(end + 1)}`, text: start.slice(cut.to + 1, end) }
  const text = start
    .slice(cut.to)
    .trim()
    .replace(/^["“]|["”]$/g, '')
  return { ask: start.slice(0, cut.from), text: /[\p{L}\p{N}]/u.test(text) ? text : null }
}

function lengthIn(asked: string): { readonly sentences?: number; readonly share?: number } {
  const [, many] = LENGTH.exec(asked) ?? []
  if (many !== undefined) return { sentences: COUNTS[many] ?? (/\d/.test(many) ? Number(many) : 1) }
  const percent = SHARE.exec(asked)
  if (percent) return { share: Number(percent[1]) / 100 }
  const part = PARTS.find(([words]) => words.test(asked))
  return part ? { share: part[1] } : {}
}

const COUNTS: Readonly<Record<string, number>> = { 'a few': 3, 'a couple of': 2 }
