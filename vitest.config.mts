import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    // Vitest leaves one core out, which is half of the two that a small machine has.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['plugins/*/test/**/*.test.ts', 'test/unit/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'conformance',
          include: ['test/conformance/**/*.test.ts'],
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'site',
          include: ['test/site/**/*.test.ts'],
          globalSetup: 'test/site/build-once.ts',
          // After the others: a build beside them has been seen to miss files of its copy.
          sequence: {groupOrder: 1},
          // One build takes two cores for as long as it runs.
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'packages',
          include: ['test/packages/**/*.test.ts'],
          sequence: {groupOrder: 1},
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: 'test/browser/serve-build.ts',
          sequence: {groupOrder: 2},
          // Several browsers share the cores: what comes at once on a quiet machine may take seconds.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: {poll: {timeout: 20_000}},
        },
      },
    ],
  },
})
