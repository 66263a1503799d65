import {CommandFailure} from './command-failure.ts'
import {program} from './program.ts'

try {
  await program().parseAsync()
} catch (error) {
  if (!(error instanceof CommandFailure)) throw error
  process.stderr.write(`handrail: ${error.message}\n`)
  process.exitCode = error.exitCode
}
