import type {Scope} from './scope.ts'

/** One kind of body element, recognised by its first line. */
export interface BlockConstruct {
  readonly name: string
  /** The characters its first line may begin with; all, if left out. */
  readonly starts?: string
  /**
   * Looks at the first line: the length of the marker with the white space after it, or -1 if
   * this is something else.
   */
  readonly recognise: (text: string) => number
  /**
   * Reads the element and adds it to the scope's parent; false if the lines turn out to be text
   * after all, with the cursor where it was.
   */
  readonly parse: (scope: Scope, marker: number) => boolean
}

/** What a line after another one may make of the two. */
export interface SecondLine {
  readonly name: string
  readonly recognise: (text: string) => boolean
  /** Reads on; the cursor is on the second line. False if it is something else after all. */
  readonly parse: (scope: Scope) => boolean
}
