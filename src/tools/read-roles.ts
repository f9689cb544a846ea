import { oneBlank } from './one-blank.ts'

/** A task with the people of each RACI role as written. `unplaced` are words about it that name no role. */
export interface RoleTask {
  readonly name: string
  readonly responsible: readonly string[]
  readonly accountable: readonly string[]
  readonly consulted: readonly string[]
  readonly informed: readonly string[]
  readonly unplaced: readonly string[]
}

/** The four roles, in the order of the name. */
export const ROLES = ['responsible', 'accountable', 'consulted', 'informed'] as const
type Role = (typeof ROLES)[number]

const BEFORE: Readonly<Record<Role, string>> = {
  responsible: 'responsible|done by|made by|built by|doer',
  accountable: 'accountable|approved by|signed off by|approver|decider|decided by|approval(?: by| from)?',
  consulted: 'consult(?:ed|ing|s)?(?: with)?|ask(?:s|ed)?|input from|advice from',
  informed: 'inform(?:ed|s|ing)?|tell(?:s)?|told|notify|notified|keep|cc',
}
const BEHIND: Readonly<Record<Role, string>> = {
  responsible:
    'r|responsible|do|does|doing|did|does it|do it|does the work|makes|builds|writes|executes|delivers|works on it|carries it out',
  accountable:
    'a|acc?ountable|approves?|approving|approved|signs?(?: it)? off|sign-?off|decides?|owns(?: it)?|answers for it|has the last word',
  consulted: 'c|consulted|consults|consulting|advises?|advising|gives (?:input|advice)|asked|helps?',
  informed: 'i|informed|notified|told|kept informed|kept in the loop|in the loop|updated|cc',
}
const LINK = String.raw`(?:(?:is|are|will be|will|gets?|must be|should be|must|should|has to be|be|it)\s+)*`
const ROLE_WORD = new RegExp(`^(?:[raci]|${Object.values(BEFORE).join('|')})$`, 'i')

/**
 * Tasks and roles in words, apart by semicolons or lines: "design - Anna does, Ben approves, Carl consulted, Dana informed",
 * "build: R Anna, A Ben", "test (Anna R, Ben A)", "launch: responsible: Anna and Eve, accountable: Ben".
 */
export function readRoles(text: string): readonly RoleTask[] {
  const listed = oneBlank(text).replace(/\)\s*,\s*(?=[^,()\n]{2,60}\()/g, ')\n')
  const byLines = listed.split('\n').filter((line) => /\p{L}/u.test(line)).length > 1
  return listed
    .split(byLines ? /\n/ : /[;\n]|\.(?=\s+\p{L})/u)
    .map((part) => part.replace(/^[\s>*•·-]+|^\s*\d{1,3}[.)]\s+|[\s.;?!]+$/g, ''))
    .flatMap((part) => readTask(part.slice(0, 500)))
    .slice(0, 100)
}

function readTask(part: string): RoleTask[] {
  const plain = part
    .replace(/\(\s*([raci](?:\s*[/,&+]\s*[raci])*)\s*\)/gi, ' $1')
    .replace(/\(/, ' - ')
    .replace(/[()]/g, ' ')
  const apart = /\s+[-–—=]+>?\s+|:\s+|\s*→\s*/.exec(plain)
  if (apart && !ROLE_WORD.test(plain.slice(0, apart.index).trim()))
    return [rolesIn(plain.slice(0, apart.index), plain.slice(apart.index + apart[0].length))]
  // "Anna does the design, Ben approves it"
  const named = /^([\p{L}' ]{2,40}?) (?:does|do|makes) (?:the )?([^,]{2,60}?)(?=,| and\b|$)/u.exec(plain)
  return named ? [rolesIn(named[2] ?? '', `${named[1]} does${plain.slice(named[0].length)}`)] : []
}

function rolesIn(name: string, said: string): RoleTask {
  const task: Record<Role, string[]> = { responsible: [], accountable: [], consulted: [], informed: [] }
  let waiting: readonly string[] = []
  let last: HeardPart = { roles: [], names: [], isBefore: false }
  for (const { part, isJoined } of partsOf(said)) {
    const heard = readPart(part) ?? (last.isBefore ? { ...last, names: namesIn(part) } : null)
    if (heard === null) {
      waiting = [...waiting, ...namesIn(part)]
      continue
    }
    // "Anna and Ben do" and "Anna, Eve and Ben do" are one list; "Anna, Ben approves" leaves open what Anna does.
    const listed = isJoined && !heard.isBefore ? waiting : []
    waiting = waiting.slice(listed.length)
    const own = [...listed, ...heard.names]
    // "Anna does and approves" names nobody anew.
    last = own.length > 0 ? { ...heard, names: own } : { ...heard, names: last.names }
    addTo(task, last)
  }
  return { ...task, name: taskName(name), unplaced: waiting }
}

function addTo(task: Record<Role, string[]>, { roles, names }: HeardPart): void {
  for (const role of roles) task[role].push(...names)
}

const taskName = (name: string): string =>
  name
    .trim()
    .replace(/^(?:the )?task /i, '')
    .slice(0, 120)

interface Clause {
  readonly part: string
  /** True for what stands behind "and". */
  readonly isJoined: boolean
}

/** Apart at commas, "and" and before a role word that opens a part ("R: Anna A: Ben"). */
const partsOf = (said: string): readonly Clause[] =>
  said
    .replace(/\s+(?=(?:[RACI]|responsible|accountable|consulted|informed)\s*[:=])/g, ', ')
    .split(/\s*[,;]\s*/)
    .flatMap((clause) =>
      clause
        .replace(/^and\s+/i, '& ')
        .split(/\s+and\s+|\s*&\s*/i)
        .map((part, place) => ({ part: part.trim(), isJoined: place > 0 })),
    )
    .filter(({ part }) => part !== '')

interface HeardPart {
  readonly roles: readonly Role[]
  readonly names: readonly string[]
  /** The role stood before the names, so that more names may follow. */
  readonly isBefore: boolean
}

function readPart(said: string): HeardPart | null {
  const part = said.replace(/^(?:we|you|they|please|also|then)\s+(?=(?:consult|ask|inform|tell|notify|keep)\b)/i, '')
  const letters = /^(.*?)[\s:=]+([raci](?:\s*\/\s*[raci])+)$/i.exec(part)
  if (letters) return { roles: rolesOf(letters[2] ?? ''), names: namesIn(letters[1] ?? ''), isBefore: false }
  // "I Dana" is the letter, "I approve" a person speaking.
  const letter = /^([RACIraci])(?:\s*[:=]\s*|\s+(?=\p{Lu}))(.+)$/u.exec(part)
  if (letter) return { roles: rolesOf(letter[1] ?? ''), names: namesIn(letter[2] ?? ''), isBefore: true }
  return readWords(part)
}

const WORDS = ROLES.map((role) => ({
  role,
  before: new RegExp(`^(?:is |are )?(?:${BEFORE[role]})(?:\\s*[:=]\\s*|\\s+(?:is |are |by )?)(.+)$`, 'i'),
  behind: new RegExp(
    `^(.*?)[\\s:=]*\\b${LINK}(?:${BEHIND[role]})(?:\\s+(?:it|this|that|them|the work|for it|off))?$`,
    'i',
  ),
}))

function readWords(part: string): HeardPart | null {
  for (const { role, before } of WORDS) {
    const found = before.exec(part)
    if (found) return { roles: [role], names: namesIn(found[1] ?? ''), isBefore: true }
  }
  for (const { role, behind } of WORDS) {
    const found = behind.exec(part)
    if (found) return { roles: [role], names: namesIn(found[1] ?? ''), isBefore: false }
  }
  return null
}

const rolesOf = (letters: string): readonly Role[] =>
  letters
    .toLowerCase()
    .split(/\s*\/\s*/)
    .flatMap((letter) => ROLES.filter((role) => role.startsWith(letter)))

const namesIn = (text: string): string[] =>
  text
    .replace(/\s+(?:posted|informed|updated|in the loop)$/i, '')
    .split(/\s*[/+]\s*/)
    .map((name) =>
      name
        .replace(/^(?:the|then|also|both|by|it|is|are|to)\s+/i, '')
        .replace(/[\s.:=-]+$/, '')
        .trim()
        .slice(0, 60),
    )
    .filter((name) => /[\p{L}\d]/u.test(name) && !/^(?:it|is|are|the)$/.test(name))
