import {CommanderError} from 'commander'
import {CommandFailure} from './command-failure.ts'
import {program} from './program.ts'

const command = program()
for (const one of [command, ...command.commands]) one.exitOverride()

// Whoever reads the output, `head` for one, may have seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

try {
  await command.parseAsync()
} catch (error) {
  if (error instanceof CommandFailure) {
    process.stderr.write(`handrail: ${error.message}\n`)
    process.exitCode = error.exitCode
  } else if (error instanceof CommanderError) {
    // It has said what is wrong; 1 is kept for wrong input. Help ends with 0.
    process.exitCode = error.exitCode && 2
  } else {
    throw error
  }
}
