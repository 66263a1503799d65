import type {Point} from 'unist'
import type {Runbook} from '../model/runbook.ts'

/** Where a field of the head stands, or the head if the field is not there. */
export function headPlace({headPlaces}: Pick<Runbook, 'headPlaces'>, field: string): Point {
  return headPlaces[field] ?? headPlaces['']!
}
