import { usdOf } from '../../base/units.ts'
import type { Rule } from '../rule.ts'

const dollars = (micro: number): string => `$${usdOf(micro).toFixed(2)}`

/** Held and spent money plus the worst case of this call may not pass the day's budget. */
const dailyBudget: Rule = {
  name: 'daily-budget',
  judge: ({ worstMicro, usedMicro, limitMicro }) =>
    worstMicro === 0 || usedMicro + worstMicro <= limitMicro
      ? { allow: true }
      : {
          allow: false,
          reason: `${dollars(usedMicro)} of today's ${dollars(limitMicro)} is used or held; this call could cost ${dollars(worstMicro)}.`,
        },
}
export default dailyBudget
