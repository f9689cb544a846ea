import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chordName, type Key } from '../../../src/surfaces/repl/key.ts'
import { createKeyReader } from '../../../src/surfaces/repl/keys.ts'
import { fakeSchedule } from './fake-schedule.ts'

const ESCAPE_MS = 40

function reader() {
  const keys: Key[] = []
  const { schedule, advance, waiting } = fakeSchedule()
  const { push, close } = bind(createKeyReader({ onKey: (key) => keys.push(key), escapeMs: ESCAPE_MS, schedule }))
  return { keys, push, close, advance, waiting }
}

function bind(it: ReturnType<typeof createKeyReader>) {
  return { push: (input: string | Uint8Array) => it.push(Buffer.from(input)), close: () => it.close() }
}

/** `a` for text, `<ctrl+a>` for keys, `{…}` for pastes. */
function spell(keys: readonly Key[]): string {
  return keys.map(spellKey).join('')
}

function spellKey(key: Key): string {
  if (key.kind === 'text') return key.text
  return key.kind === 'paste' ? `{${key.text}}` : `<${chordName(key)}>`
}

/** What arrives when everything comes in one read and then nothing more. */
function read(input: string | Uint8Array): string {
  const { keys, push, advance } = reader()
  push(input)
  advance(60_000)
  return spell(keys)
}

describe('single keys', () => {
  test.each([
    ['status\r', 'status<enter>'],
    ['\x01\x05\x08\x0a\x17\x1a\x00\x1f', '<ctrl+a><ctrl+e><ctrl+h><ctrl+j><ctrl+w><ctrl+z><ctrl+space><ctrl+_>'],
    ['\t\x7f\x1c\x1d\x1e', '<tab><backspace><ctrl+\\><ctrl+]><ctrl+^>'],
    ['漢字🤖é', '漢字🤖é'],
    ['\x85a', 'a'],
    ['\x1b[A\x1b[B\x1b[C\x1b[D\x1b[H\x1b[F', '<up><down><right><left><home><end>'],
    ['\x1bOA\x1bOH\x1bOP\x1bOS\x1bOM', '<up><home><f1><f4><enter>'],
    ['\x1bOp\x1bOy\x1bOk\x1bOn', '09+.'],
    [
      '\x1b[1~\x1b[2~\x1b[3~\x1b[4~\x1b[5~\x1b[6~\x1b[7~\x1b[8~',
      '<home><insert><delete><end><page-up><page-down><home><end>',
    ],
    ['\x1b[11~\x1b[15~\x1b[17~\x1b[24~\x1b[34~', '<f1><f5><f6><f12><f20>'],
    ['\x1b[[A\x1b[[E', '<f1><f5>'],
    [
      '\x1b[1;5C\x1b[1;3D\x1b[1;2A\x1b[3;5~\x1b[1;8B',
      '<ctrl+right><alt+left><shift+up><ctrl+delete><ctrl+alt+shift+down>',
    ],
    [
      '\x1b[Z\x1b[a\x1bOa\x1b[7$\x1b[7^\x1b[3@',
      '<shift+tab><shift+up><ctrl+up><shift+home><ctrl+home><ctrl+shift+delete>',
    ],
    ['\x1bb\x1bZ\x1b\x7f\x1b\r\x1b漢\x1b ', '<alt+b><alt+shift+z><alt+backspace><alt+enter><alt+漢><alt+space>'],
    ['\x1b\x1b[A', '<alt+up>'],
    ['\x1b\x1b', '<escape><escape>'],
    ['\x1b\x1bx', '<escape><alt+x>'],
  ])('%j is %s', (input, expected) => {
    expect(read(input)).toBe(expected)
  })
})

describe('the kitty protocol and modifyOtherKeys', () => {
  test.each([
    ['\x1b[13;2u\x1b[13u\x1b[27u\x1b[9;2u\x1b[127;5u', '<shift+enter><enter><escape><shift+tab><ctrl+backspace>'],
    ['\x1b[97;5u\x1b[122;4u\x1b[32;5u\x1b[106;5u', '<ctrl+a><alt+shift+z><ctrl+space><ctrl+j>'],
    ['\x1b[97u\x1b[97:65;2u\x1b[57401u\x1b[57414u\x1b[57419u', 'aA2<enter><up>'],
    ['\x1b[1;5:1A\x1b[1;5:2A\x1b[1;5:3A\x1b[97;1:3u', '<ctrl+up><ctrl+up>'],
    ['\x1b[27;2;13~\x1b[27;5;97~', '<shift+enter><ctrl+a>'],
    ['\x1b[97;129u\x1b[97;9u', 'a'],
    ['\x1b[57358u\x1b[3;1u\x1b[55296u\x1b[9999999u\x1b[u', ''],
  ])('%j is %s', (input, expected) => {
    expect(read(input)).toBe(expected)
  })
})

describe('what is no key is dropped whole', () => {
  test.each([
    ['focus reports', '\x1b[I\x1b[O'],
    ['mouse reports', '\x1b[<0;10;20M\x1b[<0;10;20m\x1b[M !!\x1b[32;10;20M'],
    ['a cursor position report', '\x1b[24;80R'],
    ['device attributes', '\x1b[?62;4c\x1b[>0;276;0c'],
    ['the kitty query', '\x1b[?1u'],
    ['mode reports', '\x1b[?2026;2$y'],
    ['colour replies, by BEL and by ST', '\x1b]11;rgb:1e1e/1e1e/1e1e\x07\x1b]11;rgb:0/0/0\x1b\\'],
    ['DCS and APC replies', '\x1bP1+r544e=787465726d\x1b\\\x1b_Gi=1;OK\x1b\\'],
    ['an unknown sequence', '\x1b[5;6;7x\x1b[1 q'],
    ['a stray end of a paste', '\x1b[201~'],
  ])('%s', (_what, input) => {
    expect(read(`a${input}b`)).toBe('ab')
  })
})

describe('a lone Esc', () => {
  test('is told after the wait and not before', () => {
    const { keys, push, advance } = reader()
    push('\x1b')
    advance(ESCAPE_MS - 1)
    expect(spell(keys)).toBe('')
    advance(1)
    expect(spell(keys)).toBe('<escape>')
  })

  test('becomes Up when the rest of the arrow comes 5 ms later', () => {
    const { keys, push, advance } = reader()
    push('\x1b')
    advance(5)
    push('[')
    advance(5)
    push('A')
    advance(1_000)
    expect(spell(keys)).toBe('<up>')
  })

  test('is told before a letter that comes after the wait', () => {
    const { keys, push, advance } = reader()
    push('\x1b')
    advance(ESCAPE_MS)
    push('b')
    expect(spell(keys)).toBe('<escape>b')
  })

  test('leaves no timer behind', () => {
    const { push, advance, waiting } = reader()
    push('\x1b')
    advance(ESCAPE_MS)
    push('abc')
    expect(waiting()).toBe(0)
  })
})

describe('a sequence that breaks off', () => {
  test('survives a pause of half a second', () => {
    const { keys, push, advance } = reader()
    push('\x1b[1;')
    advance(500)
    push('5C')
    expect(spell(keys)).toBe('<ctrl+right>')
  })

  test('is dropped after a second, and what is typed then is text', () => {
    const { keys, push, advance } = reader()
    push('\x1b[1;')
    advance(1_000)
    push('ok')
    expect(spell(keys)).toBe('ok')
  })

  test.each([
    ['\x1b[1;\x03', '<ctrl+c>'],
    ['\x1b]11;rgb\r', '<enter>'],
    ['\x1b]11;rgb\x1b[A', '<up>'],
    ['\x1b[1;\x1b[A', '<up>'],
    ['\x1bO\r', '<enter>'],
    ['\x1b[漢', '漢'],
  ])('lets through what follows: %j is %s', (input, expected) => {
    expect(read(input)).toBe(expected)
  })

  test('Alt with a character that could begin a reply is told after the wait for Esc', () => {
    const { keys, push, advance } = reader()
    push('\x1b]')
    advance(ESCAPE_MS)
    expect(spell(keys)).toBe('<alt+]>')
  })
})

describe('a bracketed paste', () => {
  const paste = (text: string) => `\x1b[200~${text}\x1b[201~`

  test('is one key, and Enter inside it does not submit', () => {
    expect(read(`${paste('one\rtwo\r\nthree\n')}\r`)).toBe('{one\ntwo\nthree\n}<enter>')
  })

  test('keeps tabs and any script, and loses control bytes and escape sequences', () => {
    expect(read(paste('a\tb\x03c\x1b[31md\x07\x7f漢🤖'))).toBe('{a\tbcd漢🤖}')
  })

  test('is found when its markers are cut anywhere', () => {
    const { keys, push } = reader()
    for (const byte of paste('x[201~y')) push(byte)
    expect(spell(keys)).toBe('{x[201~y}')
  })

  test('waits through a slow line, and ends by itself when its end marker is lost', () => {
    const { keys, push, advance } = reader()
    push('\x1b[200~one')
    advance(4_000)
    push('two')
    advance(4_000)
    expect(spell(keys)).toBe('')
    advance(1_000)
    push('\x03')
    expect(spell(keys)).toBe('{onetwo}<ctrl+c>')
  })

  test('of a megabyte in reads of 64 KiB is one key', () => {
    const text = 'zeile\n'.repeat(180_000)
    const bytes = Buffer.from(paste(text))
    const { keys, push } = reader()
    for (let at = 0; at < bytes.length; at += 65_536) push(bytes.subarray(at, at + 65_536))
    expect(keys).toEqual([{ kind: 'paste', text }])
  })
})

test('closing tells what was waiting and stops the timer', () => {
  const { keys, push, close, waiting } = reader()
  push('\x1b')
  close()
  expect(spell(keys)).toBe('<escape>')
  expect(waiting()).toBe(0)
})

describe('any cutting of the same bytes gives the same keys', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '\x1b',
      '\x1b[A',
      '\x1b[1;5C',
      '\x1bOP',
      '\x1b[13;2u',
      '\x1b[200~',
      '\x1b[201~',
      '\x1b]11;x\x07',
      '\x1bP',
    ),
    fc.constantFrom(
      '\x1b[<0;1;1M',
      '\x1b[M',
      '\x1b[[',
      '\x1b[I',
      '\x1b[7$',
      '\r',
      '\x03',
      '\x7f',
      '漢',
      '🤖',
      'é',
      '\x9c',
      '\\',
    ),
    fc.string({ unit: 'grapheme', maxLength: 4 }),
  )
  const typed = fc.array(piece, { maxLength: 12 }).map((pieces) => Buffer.from(pieces.join('')))
  const noise = fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes))
  const cuts = fc.array(fc.nat(120), { maxLength: 30 })

  function readInPieces(bytes: Buffer, at: readonly number[]): readonly Key[] {
    const { keys, push, advance } = reader()
    const ends = [...new Set(at.map((cut) => Math.min(cut, bytes.length))), bytes.length].sort((a, b) => a - b)
    let start = 0
    for (const end of ends) {
      push(bytes.subarray(start, end))
      start = end
    }
    advance(60_000)
    return keys
  }

  test.each([
    ['what terminals send', typed],
    ['random bytes', noise],
  ])('%s', (_what, input) => {
    fc.assert(
      fc.property(input, cuts, (bytes, at) => {
        const whole = readInPieces(bytes, [])
        expect(readInPieces(bytes, at)).toEqual(whole)
        expect(readInPieces(bytes, [...bytes.keys()])).toEqual(whole)
      }),
      { numRuns: 2_000 },
    )
  })

  test('and no text ever holds a control byte or half a character', () => {
    fc.assert(
      fc.property(fc.oneof(typed, noise), (bytes) => {
        const texts = readInPieces(bytes, []).flatMap((key) => (key.kind === 'key' ? [] : [key]))
        for (const { kind, text } of texts) {
          expect(text).not.toMatch(kind === 'text' ? /[\p{Cc}\p{Cs}]/u : /(?![\n\t])[\p{Cc}\p{Cs}]/u)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})
