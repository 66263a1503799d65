import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['plugins/*/test/**/*.test.ts', 'test/unit/**/*.test.ts'],
        },
      },
    ],
  },
})
