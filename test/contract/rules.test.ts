import { describe, expect, test } from 'vitest'
import { folders } from '../../bin/folders.ts'
import { loadAll } from '../../src/base/folder.ts'
import { ROLES } from '../../src/base/roles.ts'
import { judge, type Proposal } from '../../src/policy/rule.ts'

const rules = await loadAll(folders.rules)

const proposals: Proposal[] = ROLES.flatMap((role) =>
  (['read', 'write', 'spend'] as const).flatMap((effect) =>
    [0, 1, 1_000_000].map((worstMicro) => ({
      action: 'tool:anything' as const,
      principal: { id: 'person:ada', kind: 'person' as const, role },
      effect,
      worstMicro,
      usedMicro: 500_000,
      limitMicro: 1_000_000,
    })),
  ),
)

describe.each(rules)('rule $name', (rule) => {
  test('judges the same proposal the same way each time, and does not change it', () => {
    const frozen = proposals.map((proposal) => Object.freeze({ ...proposal }))
    const first = frozen.map((proposal) => rule.judge(proposal))
    expect([...frozen].reverse().map((proposal) => rule.judge(proposal))).toEqual([...first].reverse())
  })

  test('gives a sentence for every refusal', () => {
    for (const proposal of proposals) {
      const verdict = rule.judge(proposal)
      if (!verdict.allow) expect(verdict.reason).toMatch(/^\S.*\.$/)
    }
  })
})

test.each([
  { who: 'viewer', effect: 'spend', worstMicro: 1, by: 'viewer-reads' },
  { who: 'viewer', effect: 'write', worstMicro: 0, by: 'viewer-reads' },
  { who: 'viewer', effect: 'read', worstMicro: 0, by: null },
  { who: 'operator', effect: 'spend', worstMicro: 500_000, by: null },
  { who: 'operator', effect: 'spend', worstMicro: 500_001, by: 'daily-budget' },
  { who: 'admin', effect: 'spend', worstMicro: 500_001, by: 'daily-budget' },
] as const)('a $who who would $effect $worstMicro is stopped by $by', ({ who, effect, worstMicro, by }) => {
  const principal = { id: 'person:ada', kind: 'person' as const, role: who }
  const money = { worstMicro, usedMicro: 500_000, limitMicro: 1_000_000 }
  const judgement = judge(rules, { action: 'model:a/b', principal, effect, ...money })
  expect(judgement.allow ? null : judgement.by).toBe(by)
})
