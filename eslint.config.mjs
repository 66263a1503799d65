import js from '@eslint/js'
import globals from 'globals'
import ts from 'typescript-eslint'

export default ts.config(
  {
    ignores: [
      '**/build/',
      'bundle/',
      '**/dist/',
      'dist-packages/',
      '.docusaurus/',
      '**/fixtures/',
      'coverage/',
    ],
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    languageOptions: {globals: {...globals.node}},
    rules: {
      'max-depth': ['error', 4],
      complexity: ['error', 20],
      'max-lines-per-function': ['error', {max: 80, skipBlankLines: true, skipComments: true}],
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_'}],
    },
  },
  {
    files: ['**/test/**', 'bench/**', 'examples/**', '**/*.mjs'],
    rules: {'max-lines-per-function': 'off', 'no-console': 'off'},
  },
)
