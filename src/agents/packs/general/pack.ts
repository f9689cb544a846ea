import type { Pack } from '../../pack.ts'
import { SYSTEM } from './system.ts'

const general: Pack = {
  name: 'general',
  title: 'General assistants',
  summary:
    'Everyday questions, calculations, units, dates, time zones, weather, language, technology, and OperatorOS itself.',
  capabilities: [
    'Exact calculations, currencies at your own rate, units, dates and time zones',
    'Summaries and statistics of a text, sums and averages of a CSV table',
    'The weather, where there is a network',
    'How-to for home, travel, language, study and technology',
    'Explain how to use OperatorOS',
  ],
  aliases: [
    'generalists',
    'generic',
    'everything else',
    'misc',
    'general knowledge',
    'assistants',
    'general assistants',
    'genral',
  ],
  signals: [],
  examples: [
    'What’s the weather like in New York?',
    'Convert 72 F to C',
    'What time is it in Tokyo?',
    '250 USD in EUR at 0.92',
    'How do I write a clear email?',
  ],
  notice: null,
  checks: [],
  tools: [
    'currency-conversion',
    'tip-split',
    'paint-needed',
    'calculator',
    'unit-conversion',
    'date-arithmetic',
    'time-zone',
    'weather',
    'csv-table',
    'summarise',
    'text-statistics',
  ],
  role: 'economy',
  slots: 6,
  system: SYSTEM,
}
export default general
