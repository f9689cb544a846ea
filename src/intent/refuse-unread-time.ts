import { OperatorError } from '../base/errors.ts'
import { inertLine } from '../base/inert-text.ts'
import { unreadTime } from '../engine/read-unread-time.ts'

/** @throws OperatorError ARGS_INVALID for "schedule" and a time that cannot be read: asked at once it would be too early. */
export function refuseUnreadTime(raw: string): void {
  const [, words = ''] = /^schedule\s+([\s\S]*)$/i.exec(raw) ?? []
  const time = words === '' ? null : unreadTime(words)
  if (time === null) return
  throw new OperatorError('ARGS_INVALID', `"schedule" cannot read "${inertLine(time, 60)}" as a time.`, {
    hint: 'such as: schedule in 2h <ask> · schedule every monday at 8 <ask> · schedule "0 9 * * 1-5" <ask>',
    data: { command: 'schedule', argument: 'when' },
  })
}
