import * as z from 'zod'

const MOST = 1e12

/** More than nothing, at most a trillion: beyond that cents are lost in the arithmetic. */
export const moneyField = z
  .number('it must be an amount of money')
  .positive('it must be more than 0')
  .max(MOST, 'it must be at most 1,000,000,000,000')

/** An amount that may be nothing. */
export const moneyOrNothing = z
  .number('it must be an amount of money')
  .min(0, 'it must not be negative')
  .max(MOST, 'it must be at most 1,000,000,000,000')

/** A yearly rate as a ratio: 0.045 for 4.5 %. */
export const rateField = z
  .number('it must be a yearly rate')
  .min(0, 'it must not be negative')
  .max(10, 'it must be at most 10, which is 1,000 % a year; 4.5 % is 0.045')
  .describe('yearly rate as a ratio: 0.045 means 4.5 %')

/** A length of time in whole months, up to a century. */
export const monthsField = z
  .number('it must be a number of months')
  .int('it must be a whole number of months')
  .min(1, 'it must be at least 1 month')
  .max(1200, 'it must be at most 1,200 months, a hundred years')

/** The currency as the person wrote it ("$", "EUR", "euros"), only to print it back; empty when unknown. */
export const currencyField = z
  .string()
  .max(12, 'a currency has at most 12 letters')
  .default('')
  .describe('currency sign or code as the person wrote it, or empty')
