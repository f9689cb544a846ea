/** A made-up league of four teams as CSV (`date,home,away,home_goals,away_goals`). No real teams or results. */
export const sampleResults = (): string => `date,home,away,home_goals,away_goals
2026-08-01,Harbour,Valley,2,1
2026-08-01,Hill,Forest,0,0
2026-08-08,Valley,Hill,1,3
2026-08-08,Forest,Harbour,1,1
2026-08-15,Harbour,Hill,2,2
2026-08-15,Forest,Valley,2,0
2026-08-22,Valley,Harbour,0,1
2026-08-22,Forest,Hill,1,2
2026-08-29,Hill,Valley,2,0
2026-08-29,Harbour,Forest,3,1
2026-09-05,Hill,Harbour,1,1
2026-09-05,Valley,Forest,1,1`
