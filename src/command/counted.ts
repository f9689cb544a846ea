import { groupDigits } from '../base/digits.ts'

/** A number and what it counts: "1 row", "1,200 rows", "0 rows". */
export const counted = (n: number, one: string): string => `${groupDigits(n)} ${n === 1 ? one : `${one}s`}`
