import { groupDigits } from '../../base/digits.ts'
import { alertTone } from '../../command/alert-tone.ts'
import type { AlertFacts } from '../../controller/alerts.ts'
import type { Controller } from '../../controller/controller.ts'
import type { Page } from '../../render/format.ts'
import { renderText } from '../../render/formats/text.ts'
import { note, report } from '../../report/report.ts'

/** Text of the alerts that are open and were not told before in this conversation, oldest first; empty when there is none. */
export type AlertTeller = (page: Page) => Promise<string>

/**
 * Each alert is told once, whoever raised it, and a reminder each time that it comes; one that was acknowledged elsewhere is
 * not told at all.
 */
export function createAlertTeller({ alerts }: Pick<Controller, 'alerts'>): AlertTeller {
  let told: ReadonlyMap<number, number> = new Map()
  return async (page) => {
    const open = (await alerts.list(false)).filter(({ state }) => state === 'open').reverse()
    const news = open.filter(({ id, times }) => times > (told.get(id) ?? 0))
    told = new Map(open.map(({ id, times }) => [id, times]))
    if (news.length === 0) return ''
    const notes = news.map((alert) => note(alertTone(alert.level), sayAlert(alert)))
    return `${renderText(report('Alerts', ...notes, note('plain', 'Seen it? alerts ack <number>')), page)}\n`
  }
}

/** A reminder is told as it was given: what asked for it stands in `alerts`. */
const sayAlert = ({ id, level, message, hint, times }: AlertFacts): string => {
  if (level !== 'info') return `Alert ${id}: ${message} ${capital(hint)}.`
  return `Alert ${id}: ${message}${times > 1 ? ` (${groupDigits(times)} times)` : ''}`
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
