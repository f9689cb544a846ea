/** An amount for people: "$1,234.50", "1,234.50 EUR", "-€3.00". From 10^15 on in powers of ten: "$1.235E17". */
export function moneyText(amount: number, currency: string): string {
  const size = Math.abs(amount)
  const digits =
    size >= 1e15
      ? size.toLocaleString('en-US', { notation: 'scientific', maximumFractionDigits: 3 })
      : size.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  // What rounds to nothing has no sign.
  const sign = amount < 0 && /[1-9]/.test(digits) ? '-' : ''
  if (currency === '') return `${sign}${digits}`
  return /[$€£¥₹]$/.test(currency) ? `${sign}${currency}${digits}` : `${sign}${digits} ${currency}`
}

/** A yearly rate for people, with as many decimals as it needs: 0.045 → "4.5 %". */
export const rateText = (rate: number): string =>
  `${(rate * 100).toLocaleString('en-US', { maximumFractionDigits: 4 })} %`

/** Months for people: 300 → "25 years", 18 → "1 year 6 months". */
export function termText(months: number): string {
  const years = Math.floor(months / 12)
  const rest = months - years * 12
  const parts = [years > 0 ? plural(years, 'year') : '', rest > 0 ? plural(rest, 'month') : ''].filter(Boolean)
  return parts.join(' ') || '0 months'
}

const plural = (n: number, unit: string): string =>
  `${n.toLocaleString('en-US', { maximumFractionDigits: 2 })} ${unit}${n === 1 ? '' : 's'}`
