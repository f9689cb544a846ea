import { spokenText } from './spoken-text.ts'
import type { Heard, Utterance } from './tool.ts'

const ASKS =
  /\b(?:word ?count|letter count|character count|sentence count|(?:is|are) (?:this|it|these) (?:text )?(?:easy|hard|difficult) to (?:read|understand)|(?:what|which) (?:grade|reading) level|count (?:the |all |my )?(?:words|sentences|characters)|(?:how many|number of) (?:words|sentences|characters|paragraphs)|reading (?:ease|level|grade|time)|readability|flesch(?:[- ]kincaid)?|text (?:statistics|stats)|how (?:readable|easy to read)|how long (?:does|would|will) it take to read)\b/
const THIS = /\b(?:this|my|the (?:attached|following|above)|attached|these|it)\b/
const ABOUT =
  /\b(?:should|what is|what's|explain|improve|limit|why|how do i|in (?:the english|a novel|an? essay)|mean)\b/

/** Hears "how readable is this text" with an attachment or a quoted text; without either the text is asked for. */
export function hearTextStatistics(said: Utterance): Heard {
  const text = spokenText(said.text)
  if (!ASKS.test(text)) return null
  const quoted = quotedIn(said.text)
  const asked = quoted === null ? text : text.replace(/["“].*["”]/s, '')
  if (!ASKS.test(asked)) return null
  if (said.attachment !== null && said.attachment.trim() !== '') return { use: { text: said.attachment } }
  if (quoted !== null) return { use: { text: quoted } }
  return THIS.test(asked) && !ABOUT.test(asked)
    ? { missing: ['the text: pipe it in, or put it in quotation marks'] }
    : null
}

/** What stands between the first and the last quotation mark, or after a colon and a line break; null when there is nothing. */
function quotedIn(text: string): string | null {
  const from = text.search(/["“]/)
  const to = Math.max(text.lastIndexOf('"'), text.lastIndexOf('”'))
  const quoted =
    from >= 0 && to > from
      ? text.slice(from + 1, to)
      : (/:\s*\n([\s\S]+)$/.exec(text)?.[1] ??
        /^(?:please )?count (?:the |all )?(?:words|characters|sentences)(?: in)?(?: this)?: (.+)$/i.exec(
          text.slice(0, 4_000),
        )?.[1] ??
        '')
  return quoted.trim() === '' ? null : quoted
}
