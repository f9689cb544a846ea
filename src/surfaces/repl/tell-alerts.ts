import { alertTone } from '../../command/alert-tone.ts'
import type { AlertFacts } from '../../controller/alerts.ts'
import type { Controller } from '../../controller/controller.ts'
import type { Page } from '../../render/format.ts'
import { renderText } from '../../render/formats/text.ts'
import { note, report } from '../../report/report.ts'

/** Text of the alerts that are open and were not told before in this conversation, oldest first; empty when there is none. */
export type AlertTeller = (page: Page) => Promise<string>

/** Each alert is told once, whoever raised it; one that was acknowledged elsewhere is not told at all. */
export function createAlertTeller({ alerts }: Pick<Controller, 'alerts'>): AlertTeller {
  let told = 0
  return async (page) => {
    const open = (await alerts.list(false)).filter(({ id, state }) => state === 'open' && id > told).reverse()
    if (open.length === 0) return ''
    told = open.at(-1)?.id ?? told
    const notes = open.map((alert) => note(alertTone(alert.level), sayAlert(alert)))
    return `${renderText(report('Alerts', ...notes, note('plain', 'Seen it? alerts ack <number>')), page)}\n`
  }
}

/** A reminder is told as it was given: what asked for it stands in `alerts`. */
const sayAlert = ({ id, level, message, hint }: AlertFacts): string =>
  level === 'info' ? `Alert ${id}: ${message}` : `Alert ${id}: ${message} ${capital(hint)}.`

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
