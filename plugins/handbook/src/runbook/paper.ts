import {start, type Bindings, type Runbook} from '@handrail/runbook'
import type {PrintedPage} from '../target/registry.ts'

/** What is written on paper where a role or a value is not known yet: a place to fill in by hand. */
export const blank = '________'

/** What is bound on paper: the hosts' placeholders and the default values, no role. */
export function paperBindings(runbook: Runbook): Bindings {
  return start(runbook).state.bindings
}

/** Address of a step on the site, if it is known where the site is. */
export function liveAddress(
  page: PrintedPage,
  siteUrl: string | undefined,
  step?: string,
): string | undefined {
  const route = page.routes?.[0]
  if (siteUrl === undefined || route === undefined) return undefined
  return `${siteUrl.replace(/\/$/, '')}${route}${step ? `#${step}` : ''}`
}
