import { inertText } from '../base/inert-text.ts'

// What people say around a request; taken off until nothing more comes off.
const BEFORE = [
  /^(?:hey|hi|hello|ok|okay|so|well|now|and|then)[,!.]?\s+/i,
  /^operator\s?os[,:!]?\s+/i,
  /^(?:please|pls|plz|kindly|just)\s+/i,
  /^(?:can|could|would|will)\s+(?:you|u|somebody|someone|we|i)\s+(?:please\s+|kindly\s+|just\s+|maybe\s+|possibly\s+)?/i,
  /^(?:i|we)(?:'d| would)?\s+(?:like|want|need|wish)\s+(?:you\s+)?to\s+/i,
  /^(?:i|we)\s+(?:want|need|wanna)\s+to\s+/i,
  /^(?:let's|lets|let us|let me|go ahead and)\s+/i,
  /^(?:would you mind)\s+/i,
]
const AFTER = [
  /[\s.!?,;:…]+$/,
  /\s+(?:please|pls|plz|thanks|thank you|thx|right now|now|for me|for us|again|for now|for a while|quickly|real quick|asap|if you can|will you|would you)$/i,
]

/**
 * A line without what does not change what is asked: politeness, end marks, doubled spaces, a leading slash.
 * Example: "Hey, could you please show me the status?" → "show me the status".
 */
export function normaliseLine(line: string): string {
  let text = inertText(line).replace(/[‘’]/g, "'").replace(/\s+/g, ' ').trim().replace(/^\//, '')
  for (let before = ''; before !== text; ) {
    before = text
    for (const pattern of [...BEFORE, ...AFTER]) text = text.replace(pattern, '')
  }
  return text
}
