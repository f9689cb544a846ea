import type { Demo } from '../src/command/demo.ts'

const healthcare: Demo = {
  name: 'healthcare',
  title: 'Ask about symptoms, and see how an emergency is met',
  steps: [
    {
      tell: 'The healthcare pool informs: it does not diagnose. It works without any model or network. A person types how they feel:',
      say: 'I have persistent headaches and fatigue',
    },
    {
      tell: 'The sentence named no pool. This is how it found its way:',
      say: 'inspect I have persistent headaches and fatigue',
    },
    { tell: 'A pool can be named, too:', say: 'healthcare: how can I sleep better?' },
    {
      tell: 'Some sentences may be an emergency. Then what to do now comes first, before anything else:',
      say: 'healthcare: my father has sudden chest pain and is sweating',
    },
    { tell: 'An idiom is not an emergency:', say: 'inspect my phone is dying, which charger should I buy?' },
    { tell: 'Figures are computed, with their formula:', say: 'healthcare: BMI for 80 kg and 180 cm' },
    { tell: 'When something is missing, it is asked for and not guessed:', say: 'healthcare: calculate my BMI' },
    { tell: 'And where the handbook has nothing, it says so:', say: 'healthcare: qwertz asdf yxcv' },
    {
      tell: 'Everything that was asked is kept as a task. How healthcare could help you further:',
      say: 'capabilities healthcare',
    },
  ],
}
export default healthcare
