import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/unit-conversion.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const facts = async (input: object) => (await tool.call(input, toolContext)).blocks[0]

describe('unit-conversion', () => {
  it.each([
    ['convert 5 miles to km', 5, 'miles', 'km'],
    ['convert 72 F to C', 72, 'f', 'c'],
    ['72°F in °C', 72, '°f', '°c'],
    ['what is 180 lbs in kg?', 180, 'lbs', 'kg'],
    ['how many cups in a litre', 1, 'litre', 'cups'],
    ['How many litres are there in an imperial gallon?', 1, 'imperial gallon', 'litres'],
    ['5\'10" in cm', 70, 'inches', 'cm'],
    ['how tall is 5 foot 10 in cm', 70, 'inches', 'cm'],
    ['10 stone 4 in kg', 144, 'lb', 'kg'],
    ['7 lb 3 oz in kg', 115, 'oz', 'kg'],
    ['10 in to cm', 10, 'in', 'cm'],
    ['½ cup in ml', 0.5, 'cup', 'ml'],
    ['ten miles to kilometres', 10, 'miles', 'kilometres'],
    ['convert 1,500 meters to miles', 1500, 'meters', 'miles'],
    ['how many miles is a 5k', 5, 'km', 'miles'],
    ['30 mpg to l/100km', 30, 'mpg', 'l/100km'],
    ['-40 c to f', -40, 'c', 'f'],
  ])('"%s" is heard', (text, value, from, to) => expect(hear(text)).toEqual({ use: { value, from, to } }))

  it('what is still missing is said', () => {
    expect(hear('convert 5 miles')).toEqual({ missing: ['the unit you want, such as km'] })
    expect(hear('convert miles to km')).toEqual({ missing: ['how much of it, such as 5 miles'] })
  })

  it.each([
    'how do I lose 5 kg',
    'how do I convert Fahrenheit to Celsius',
    'I ran 5 miles to work, my knee hurts',
    'run 5 miles in 40 minutes',
    '5 miles in minutes',
    'convert 100 usd to eur',
    'how many calories in a banana',
    'how many days in a week should I run',
    'temperature of 102 F in a grown up',
    'is 38 degrees a fever',
    'how do I convert a PDF into a Word document',
    'I would like to convert my glucose reading of 110 mg/dL to mmol/L.',
    'how many minutes in a football match',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it.each([
    [{ value: 5, from: 'miles', to: 'km' }, '5 miles', '8.04672 km'],
    [{ value: 72, from: 'F', to: 'C' }, '72 °F', '22.2222 °C'],
    [{ value: 1, from: 'foot', to: 'inches' }, '1 foot', '12 inches'],
    [{ value: 12, from: 'inches', to: 'foot' }, '12 inches', '1 foot'],
    [{ value: 1e300, from: 'miles', to: 'km' }, '1E300 miles', '1.60934E300 km'],
    [{ value: 0, from: 'kg', to: 'lb' }, '0 kg', '0 lb'],
  ])('%o is shown', async (input, from, result) =>
    expect(await facts(input)).toMatchObject({
      rows: [
        ['From', from],
        ['Result', result],
      ],
    }),
  )

  it.each([
    [{ value: 2, from: 'cups', to: 'grams' }, 'US cups measure volume and g measure mass'],
    [{ value: 2, from: 'cups', to: 'blorps' }, 'I do not know the unit "blorps".'],
    [{ value: -500, from: 'c', to: 'f' }, 'absolute zero'],
    [{ value: 0, from: 'mpg', to: 'l/100km' }, 'A fuel use must be more than 0'],
    [{ value: Number.NaN, from: 'm', to: 'km' }, 'value: it must be a number'],
    [{ value: 1e308, from: 'km', to: 'mm' }, 'too large to compute'],
    [{ value: 1, from: 'constructor', to: '__proto__' }, 'I do not know the unit "constructor".'],
  ])('%o is refused in one sentence', async (input, message) =>
    expect(tool.call(input, toolContext)).rejects.toMatchObject({
      code: 'ARGS_INVALID',
      message: expect.stringContaining(message),
    }),
  )
})

describe('a conversion with another thought beside it', () => {
  it.each([
    ['convert 101.3 fahrenheit to celsius is that a fever', 101.3, 'fahrenheit', 'celsius'],
    ['101.3 F in C, is it a fever?', 101.3, 'f', 'c'],
    ['what is 39.2 c in fahrenheit and should i worry', 39.2, 'c', 'fahrenheit'],
    ["72 kg in pounds - is that heavy for 5'9", 72, 'kg', 'pounds'],
    ['my son has a temp of 101.3 f, what is that in celsius', 101.3, 'f', 'celsius'],
    ['How much is 101.3°F in °C? Is this a high fever', 101.3, '°f', '°c'],
    ['convert 6 feet to cm please, is that tall', 6, 'feet', 'cm'],
    ["the oven says 400 f what's that in celsius for a cake", 400, 'f', 'celsius'],
    ['5 miles in km for my run tomorrow', 5, 'miles', 'km'],
    ['convert 180 c to fahrenheit for oven', 180, 'c', 'fahrenheit'],
    ['350 f in c for baking', 350, 'f', 'c'],
    ['i walked 6 miles today how far is that in km', 6, 'miles', 'km'],
  ])('"%s" still converts', (text, value, from, to) =>
    expect(tool.hear({ text, attachment: null })).toEqual({ use: { value, from, to } }),
  )

  it.each([
    'my fever is 102 f and I feel dizzy, what should i do',
    'it takes 5 minutes to get 2 km in the car, is that fast',
    'I am 6 ft and 80 kg, is that ok',
    'we have 30 days in the hospital, is that normal',
  ])('"%s" is left alone', (text) => expect(tool.hear({ text, attachment: null })).toBeNull())
})
