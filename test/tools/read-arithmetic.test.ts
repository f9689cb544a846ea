import { describe, expect, it } from 'vitest'
import { readArithmetic } from '../../src/tools/read-arithmetic.ts'

describe('arithmetic in words', () => {
  it.each([
    ["what's 15% of 240?", '15/100*240'],
    ['12 × 7', '12 * 7'],
    ['three plus four', '3 + 4'],
    ['what is 1,250 * 3', '1250 * 3'],
    ['3,5 + 2', '3.5 + 2'],
    ['max(1,250)', 'max(1,250)'],
    ['square root of 144', 'sqrt(144)'],
    ['5!', '5!'],
    ['10 mod 3', '10 mod 3'],
    ['2 to the power of 8', '2^8'],
    ['calculate $64.50 / 3 please', '64.50 / 3'],
    ['what is 20% off 45', '(45)*(1-(20)/100)'],
    ['increase 80 by 25%', '(80)*(1+(25)/100)'],
    ['18% tip on $64.50', '(64.50)*(18)/100'],
    ['what is 41 2/3 + 1 1/3', '(41+2/3) + (1+1/3)'],
    ['41.6666666667 + 1', '41.6666666667 + 1'],
    ['if i get a 4% raise on 52000 what do i make', '(52000)*(1+(4)/100)'],
    ['my rent is going up 12% from 1150 what will it be', '(1150)*(1+(12)/100)'],
    ['a salary of 40,000 goes up by 3%', '(40000)*(1+(3)/100)'],
    ['how to calculate vat backwards from 120 at 20%', '(120)/(1+(20)/100)'],
    ['how many shares can i buy with 2500 at 38.40 each', '(2500)/(38.40)'],
    ['area of a circle with radius 5', 'pi*(5)^2'],
    ['what is the circumference of a circle with a diameter of 12 cm', 'pi*(12)'],
    ['area of a room 4 by 5 m', '(4)*(5)'],
    ['area of a wall 4 feet by 5 ft', '(4)*(5)'],
    ['volume of a cylinder with radius 3 and height 10', 'pi*(3)^2*(10)'],
    ['volume of a sphere with radius 2', '4/3*pi*(2)^3'],
    ['area of a triangle with base 6 and height 4', '(6)*(4)/2'],
  ])('"%s" is %s', (said, expression) => expect(readArithmetic(said)).toMatchObject({ expression, percent: false }))

  it.each([
    ['what percent of 80 is 20', '(20)/(80)*100'],
    ['20 is what percent of 80', '(20)/(80)*100'],
    ['what percent is 30 of 120', '(30)/(120)*100'],
    ['percentage change from 80 to 100', '((100)-(80))/(80)*100'],
    ['whats roi if i spent 5000 and made 8000', '((8000)-(5000))/(5000)*100'],
    ['we make 40 units a day, 6 defects, what is the defect rate', '(6)/(40)*100'],
    ['whats the real return if i get 6% and inflation is 3.5%', '((1+(6)/100)/(1+(3.5)/100)-1)*100'],
  ])('"%s" asks for a percentage', (said, expression) =>
    expect(readArithmetic(said)).toMatchObject({ expression, percent: true }),
  )

  it.each([
    'what is 5',
    'how do I calculate the area of a circle',
    'what is a good roi',
    'my rent goes up 12%',
    'area of a room',
    'area of a wall 4 m by 50 cm',
    'volume of a cylinder with radius 3 cm and height 1 m',
    'what is -110',
    'what does -110 mean in odds',
    '5/3/2026',
    '2026-11-20',
    '4-4-2',
    '120/80',
    '555-1234',
    '24/7',
    'what is the 50/30/20 rule',
    'I have 3-4 headaches a week',
    'what is the 3-2-1 backup rule',
    'evaluate(1+1)',
    'import("fs")',
    'a = 5',
    'constructor(1)',
    'f(x) = x + 1',
    '1 + ',
    '',
    '((((',
  ])('"%s" is no arithmetic', (said) => expect(readArithmetic(said)).toBeNull())

  it('more than 300 characters are not read', () => expect(readArithmetic(`${'1+'.repeat(200)}1`)).toBeNull())
})
