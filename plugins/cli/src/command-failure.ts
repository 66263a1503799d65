/** What ends a command with one line on standard error: something its user can put right. */
export class CommandFailure extends Error {
  /** 1: the input has errors. 2: the command was called wrongly or cannot run here. */
  readonly exitCode: 1 | 2

  constructor(message: string, exitCode: 1 | 2 = 2) {
    super(message)
    this.exitCode = exitCode
  }
}
