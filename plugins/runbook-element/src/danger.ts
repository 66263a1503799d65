import {type Texts, fill} from './texts.ts'

/** What a model of the system says that the commands of a step can do. */
export interface Danger {
  /** Carried out as told, they can lose acknowledged writes. */
  readonly destroys: boolean
  /** On the wrong host they would lose acknowledged writes. */
  readonly destroysElsewhere: boolean
  /** On the wrong host they would stop the service. */
  readonly stopsService: boolean
  /** What else they would bring about there, each a sentence. */
  readonly dangers: readonly string[]
}

/** The dangers of a step in words, the worst first. */
export function dangerWords(danger: Danger, texts: Texts): string[] {
  return [
    ...(danger.destroys ? [texts['danger-destroys']] : []),
    ...(danger.destroysElsewhere ? [texts['danger-elsewhere']] : []),
    ...(danger.stopsService ? [texts['danger-stops']] : []),
    ...danger.dangers.map((one) => fill(texts['danger-more'], {danger: one})),
  ]
}
