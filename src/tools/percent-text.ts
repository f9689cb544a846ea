/** A share for people, with a decimal where it needs one: 0.2 → "20 %", 0.3718 → "37.2 %". */
export const percent = (share: number): string =>
  `${(share * 100).toLocaleString('en-US', { maximumFractionDigits: 1 })} %`
