/**
 * The level payment that repays a loan: P·r ÷ (1 − (1+r)^−n), with r per month and n months; P ÷ n when r is 0.
 * Source: the present value of an annuity-immediate, Kellison, The Theory of Interest, chapter 3.
 */
export const levelPayment = (principal: number, monthlyRate: number, months: number): number =>
  principal / presentValue(1, monthlyRate, months)

/** What n payments at the end of each month are worth now, and so what is owed while they are due: A·(1 − (1+r)^−n) ÷ r. */
export const presentValue = (payment: number, monthlyRate: number, months: number): number =>
  // expm1 and log1p keep the digits that 1 − (1+r)^−n loses when r is tiny.
  monthlyRate === 0 ? payment * months : (payment * -Math.expm1(-months * Math.log1p(monthlyRate))) / monthlyRate

/**
 * What a start amount and equal additions at the end of each month grow to: S·(1+r)^n + C·((1+r)^n − 1) ÷ r.
 * Source: the accumulated value of an annuity-immediate, Kellison, The Theory of Interest, chapter 3.
 */
export const futureValue = (start: number, addition: number, monthlyRate: number, months: number): number =>
  start * Math.exp(months * Math.log1p(monthlyRate)) + addition * accumulation(monthlyRate, months)

/**
 * The equal addition at the end of each month that turns the start amount into the goal: (G − S·(1+r)^n) ÷ (((1+r)^n − 1) ÷ r).
 * Negative when the start amount alone gets further than the goal.
 */
export const additionFor = (goal: number, start: number, monthlyRate: number, months: number): number =>
  (goal - start * Math.exp(months * Math.log1p(monthlyRate))) / accumulation(monthlyRate, months)

/** What 1 a month grows to in n months, the last one just paid in. */
const accumulation = (monthlyRate: number, months: number): number =>
  monthlyRate === 0 ? months : Math.expm1(months * Math.log1p(monthlyRate)) / monthlyRate
