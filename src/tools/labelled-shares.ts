import { readLabelled } from './labelled-figures.ts'

const SHARE = /(?<![\w.,])(\d{1,3}(?:[.,]\d{1,6})?) ?(?:%|percent\b|per cent\b|pct\b)/g
const OTHER = /(?<![\w.,])[$£€]?\d[\d.,]*(?:k|m|mn|bn)?(?![\w%]|[.,]\d| ?(?:%|percent|per cent|pct))/g

/**
 * The percentages that belong to labels, as ratios: `{ churn: /churn/, margin: /margin/ }` on "5% churn, margin 80%, $50 a
 * month" → `{ churn: 0.05, margin: 0.8 }`. Numbers without a percent sign are passed over; a label without one is absent.
 */
export function readLabelledShares<Name extends string>(
  text: string,
  labels: Readonly<Record<Name, RegExp>>,
): Partial<Record<Name, number>> {
  const onlyShares = text.replace(OTHER, ' ').replace(SHARE, (_, digits: string) => digits.replace(',', '.'))
  const found = readLabelled(onlyShares, labels)
  return Object.fromEntries(
    Object.entries<number | undefined>(found).flatMap(([name, percent]) =>
      percent === undefined ? [] : [[name, Number((percent / 100).toPrecision(12))]],
    ),
  ) as Partial<Record<Name, number>>
}
