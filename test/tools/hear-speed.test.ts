import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import abTest from '../../src/tools/kit/ab-test.ts'
import bmi from '../../src/tools/kit/bmi.ts'
import breakEven from '../../src/tools/kit/break-even.ts'
import criticalPath from '../../src/tools/kit/critical-path.ts'
import dueDate from '../../src/tools/kit/due-date.ts'
import eloRatings from '../../src/tools/kit/elo-ratings.ts'
import energyNeed from '../../src/tools/kit/energy-need.ts'
import expectedValue from '../../src/tools/kit/expected-value.ts'
import kelly from '../../src/tools/kit/kelly.ts'
import leagueTable from '../../src/tools/kit/league-table.ts'
import littlesLaw from '../../src/tools/kit/littles-law.ts'
import meetingCost from '../../src/tools/kit/meeting-cost.ts'
import oddsConversion from '../../src/tools/kit/odds-conversion.ts'
import oddsMargin from '../../src/tools/kit/odds-margin.ts'
import playerLines from '../../src/tools/kit/player-lines.ts'
import poissonScore from '../../src/tools/kit/poisson-score.ts'
import runway from '../../src/tools/kit/runway.ts'
import seasonSimulation from '../../src/tools/kit/season-simulation.ts'
import symptomTriage from '../../src/tools/kit/symptom-triage.ts'

const TOOLS = [
  abTest,
  bmi,
  breakEven,
  criticalPath,
  dueDate,
  eloRatings,
  energyNeed,
  expectedValue,
  kelly,
  leagueTable,
  littlesLaw,
  meetingCost,
  oddsConversion,
  oddsMargin,
  playerLines,
  poissonScore,
  runway,
  seasonSimulation,
  symptomTriage,
]
// What each tool listens for, so that the slow patterns behind the first one are reached.
const LEAD =
  'calculate critical path break even runway meeting cost a/b test wip throughput cycle time poisson expected goals odds vig expected value good value bmi calories need due date pregnant elo league table kelly fair odds simulate season title player stats compare vs should i see a doctor pain '
const JUNK = [
  '1',
  '1 ',
  ' ',
  'a',
  'a ',
  '1,',
  '+100 ',
  '1/',
  "5'",
  '10 of ',
  '$',
  '((',
  'no ',
  'chest ',
  '3 d',
  '１',
  'ﷺ',
  '\n',
  '%',
  'price ',
]

describe('hearing', () => {
  it.each(TOOLS.map((tool) => [tool.name, tool] as const))(
    '%s hears a megabyte of junk in less than 0.1 s',
    (_, tool) => {
      for (const junk of JUNK) {
        const text = LEAD + junk.repeat(1_000_000 / junk.length)
        const began = performance.now()
        tool.hear({ text, attachment: text })
        expect(performance.now() - began, JSON.stringify(junk)).toBeLessThan(100)
      }
    },
  )

  it.each(TOOLS.map((tool) => [tool.name, tool] as const))(
    '%s hears its own example or asks for its file',
    (_, tool) => {
      expect(tool.hear({ text: tool.example, attachment: null })).not.toBeNull()
    },
  )

  it('the tools whose computing is heavy load it only when they run', async () => {
    for (const { name } of TOOLS) {
      const source = await readFile(new URL(`../../src/tools/kit/${name}.ts`, import.meta.url), 'utf8')
      expect(source).not.toMatch(/^import .* from '(?:luxon|mathjs|csv-parse|simple-statistics)/m)
    }
  })
})
