import { setFlagsFromString } from 'node:v8'

/**
 * Keeps V8's space for new objects at the size it has now. For long streams of short-lived objects, where it would grow
 * to three times 16 MiB and hold nothing for it: a stream of 10,000 inspections peaks about 40 MiB lower and takes about
 * an eighth longer. The flag is read whenever the space would grow, so it also works in a program under way; it holds
 * for the whole process.
 */
export function holdYoungHeap(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
}
