import {resolve} from 'node:path'
import {packAll} from './pack.ts'

// `npm run pack`: writes the tarballs to dist-packages/, or to the folder that is named.
const packed = packAll(resolve(process.argv[2] ?? 'dist-packages'))
for (const {tarball} of packed) process.stdout.write(`${tarball}\n`)
