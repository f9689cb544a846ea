import { inertText } from '../../base/inert-text.ts'
import type { Gate } from '../gate.ts'

/** What a model writes is shown, never obeyed: no escape sequence leaves this gate. */
const inertAnswer: Gate = {
  name: 'inert-answer',
  at: 'answer',
  inspect: (text) => ({ ruling: 'pass', text: inertText(text) }),
}
export default inertAnswer
