import type { AlertFacts } from '../controller/alerts.ts'
import type { Tone } from '../report/report.ts'

/** How an alert is marked; a reminder is neither good nor bad. */
export const alertTone = (level: AlertFacts['level']): Tone => (level === 'info' ? 'plain' : level)
