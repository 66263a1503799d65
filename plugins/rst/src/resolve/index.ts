/** The transforms, by ascending priority. */
import type {Transform} from './spec.ts'

export const transforms: readonly Transform[] = []
