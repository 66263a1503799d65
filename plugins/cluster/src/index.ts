export * from './model/index.ts'
export * from './read/index.ts'
export * from './vocabulary/index.ts'
