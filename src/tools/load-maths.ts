import type { MathJsInstance } from 'mathjs'

let maths: Promise<MathJsInstance> | undefined

/**
 * The parts of mathjs that read arithmetic, count exactly and know units, with 64-digit numbers; loaded at the first use and
 * kept. The build bundles these parts alone (`PARTS` in build.ts): a part that is added here is added there.
 */
export function loadMaths(): Promise<MathJsInstance> {
  maths ??= import('mathjs').then(({ create, ...mathjs }) =>
    create(
      {
        ...mathjs.parseDependencies,
        ...mathjs.fractionDependencies,
        ...mathjs.bignumberDependencies,
        ...mathjs.unitDependencies,
        ...mathjs.createUnitDependencies,
      },
      { number: 'BigNumber', precision: 64 },
    ),
  )
  return maths
}
