/**
 * A number with grouped thousands and at most `decimals` decimals, as English writes it: 1234.5 → "1,234.5".
 * Written out because the first use of `Intl` costs several milliseconds of every start.
 */
export function groupDigits(n: number, decimals = 0): string {
  if (!Number.isFinite(n)) return String(n)
  const [whole = '', fraction = ''] = Math.abs(n).toFixed(decimals).split('.')
  if (whole.includes('e')) return String(n)
  const rest = fraction.replace(/0+$/, '')
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (rest === '' ? '' : `.${rest}`)
  return n < 0 && /[1-9]/.test(text) ? `-${text}` : text
}
