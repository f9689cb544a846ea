const POLITE =
  /^(?:(?:hey|hi|hello|please|ok|okay|so|can you|could you|would you|will you|i want to|i'd like to|i would like to|i need to|help me|let's|let us|just)[,!]? )+/
const DO_IT =
  /^(?:calculate|compute|work out|figure out|determine|estimate|project|run|make|build|create|draw|give me|find)\b/
const WHAT_IS_MINE =
  /^(?:what(?:'s| is| are| was| will be| would be)|tell me|show me|how (?:long|big|high|much) is) (?:my|our|his|her|their|this|these)\b/
const HOW_TO =
  /^(?:and |but |so )?(?:how (?:do|does|to|can|could|should|would|did|is|are)|why|what (?:does|do|are|makes)|when|who|is (?:a|an|the)?|are|does|do|explain|teach)\b/

/**
 * True when a sentence tells to compute something or asks for one's own figure, without the figures being read:
 * "calculate my BMI", "what is our runway" - not "how do I calculate BMI", "what is BMI". Takes what `heardText` gives;
 * `topic` must stand in the first 80 characters of the request.
 */
export function asksToCompute(text: string, topic: RegExp): boolean {
  const request = text.replace(POLITE, '')
  return (DO_IT.test(request) || WHAT_IS_MINE.test(request)) && topic.test(request.slice(0, 80))
}

/** True for a question about the matter ("how do I …", "why …", "what does …"): a tool that hears only half then stays silent. */
export const asksToUnderstand = (text: string): boolean => HOW_TO.test(text.replace(POLITE, ''))
