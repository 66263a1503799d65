import type {PlanCommand} from '../model/plan.ts'

/**
 * The sentence of an action as the system lists it: with `HOST` where the author wrote the name of
 * the role or host that the fence is carried out on.
 */
export function actionSentence({lines, on}: Pick<PlanCommand, 'lines' | 'on'>): string {
  const sentence = lines.join(' ')
  if (on.kind !== 'host' && on.kind !== 'role') return sentence
  return sentence.replaceAll(new RegExp(String.raw`(?<![\w-])<?${on.name}>?(?![\w-])`, 'g'), 'HOST')
}
