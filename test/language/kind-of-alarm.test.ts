import { expect, test } from 'vitest'
import { kindOfAlarm } from '../../src/language/kind-of-alarm.ts'

test.each([
  ['my sister is missing since yesterday', 'danger'],
  ['the baby is missing from her pram', 'danger'],
  ['the carbon monoxide thing is beeping', 'danger'],
  ['granny took her tablets and doesnt wake', 'medical'],
  ['a battery is missing and he drools', 'medical'],
  ['choked on a grape', 'medical'],
  ['how many tablets so that one surely doesnt wake', 'crisis'],
  ['I gave all my things away', 'crisis'],
  ['i took all my sleeping pills an hour ago because i dont want to be here anymore', 'harmed'],
  ['swallowed the whole packet of paracetamol to kill myself', 'harmed'],
  ['I cut my wrists and it is bleeding a lot, I want to die', 'harmed'],
  ['I want to take all my pills and die', 'crisis'],
  ['granny took all her pills by mistake', 'medical'],
])('"%s" is an alarm of the kind %s', (text, kind) => expect(kindOfAlarm(text)).toBe(kind))
