// Escape sequences first (CSI, OSC/DCS/APC/PM/SOS strings, two-byte escapes), then what is left of C0, DEL and C1.
const SEQUENCES =
  /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?|\x1b[ -/]*[0-~]?/g
// Tab and newline stay.
const CONTROLS = /[\x00-\x08\x0b-\x1f\x7f-\x9f]/g
// Direction overrides and isolates could make a shown command read differently from the one that runs.
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g

/**
 * Text that a terminal shows and does not obey: without escape sequences, control characters (tab and newline stay)
 * and direction overrides. Everything that came from a person, a file, a model or the network goes through here.
 */
export function inertText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(SEQUENCES, '').replace(CONTROLS, '').replace(DIRECTION, '')
}

/** `inertText` on one line, cut to `max` characters with an ellipsis. */
export function inertLine(text: string, max = 200): string {
  const line = inertText(text).replace(/\s+/g, ' ').trim()
  return line.length <= max ? line : `${line.slice(0, max - 1).trimEnd()}…`
}
