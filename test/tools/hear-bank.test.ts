import { expect, it } from 'vitest'
import { hearBank } from '../../src/tools/hear-bank.ts'

const hear = (text: string) => hearBank({ text, attachment: null })

it.each([
  'show my bank balances',
  'what’s my account balance',
  'bank balance',
  'check my balance',
  'how much money do I have in the bank',
  'how much do I have in my checking account',
  'what are the balances of my accounts',
  'show my bank accounts',
  'list my transactions',
  'spending by category',
])('"%s" asks for the own bank', (text) => expect(hear(text)).toEqual({ use: {} }))

it.each([
  ['how much did I spend last month', 30],
  ['how much have I spent this week', 7],
  ['what did I spend on groceries this month', 30],
  ['where did my money go last month', 30],
  ['show my spending over the last 90 days', 90],
  ['how much did i spend in the past 2 weeks', 14],
])('"%s" asks for the spending of %i days', (text, days) => expect(hear(text)).toEqual({ use: { days } }))

it.each([
  'how do I open a bank account',
  'how much should I have in savings',
  'how much money should I have in the bank',
  'is my money safe in the bank',
  'balance transfer card',
  'my bank account was hacked',
  'my bank account is locked',
  'what is a balance sheet',
  'how much should I spend on rent',
  'my transaction is pending',
  'how much money do I have left after rent',
])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())
