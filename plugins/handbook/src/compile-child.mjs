// Runs the compiler apart from its caller: it works synchronously and keeps a lot of memory.
// Messages come in as {id, files, fonts, standard, timestamp, again} and go out as {id, pdf} or {id, error}.
// Fonts come with the first message; later ones replace files and compile again, warm.

/** Folder of the virtual files. It does not exist, so nothing on disk is read. */
const root = '/handrail-handbook'

/** The compiler, on its way or there: messages may come in before it is. */
let starting
let sent = new Set()

process.on('message', async ({id, ...job}) => {
  try {
    process.send({id, pdf: await compile(job)})
  } catch (error) {
    process.send({id, error: error instanceof Error ? error.message : String(error)})
  }
})

async function start(fonts) {
  const {NodeCompiler} = await import('@myriaddreamin/typst-ts-node-compiler')
  return NodeCompiler.create({workspace: root, fontArgs: [{fontBlobs: fonts.map(buffer)}]})
}

async function compile({files, fonts, standard, timestamp, again}) {
  const compiler = await (starting ??= start(fonts))
  place(files, compiler)
  const result = compiler.compile({mainFilePath: `${root}/main.typ`, resetRead: true})
  const document = result.result
  if (!document) throw new Error(diagnostics(result.takeDiagnostics(), compiler))
  // What the layout has kept for another one is a tenth of all memory while the file is written.
  if (!again) compiler.evictCache(0)
  const pdf = compiler.pdf(document, {pdfStandard: standard, creationTimestamp: timestamp})
  if (again) compiler.evictCache(10)
  return pdf
}

/** Puts the files of a job in place and takes away those of the job before. */
function place(files, compiler) {
  const paths = new Set(files.map(({path}) => root + path))
  for (const path of sent) if (!paths.has(path)) compiler.unmapShadow(path)
  for (const {path, bytes} of files) compiler.mapShadow(root + path, buffer(bytes))
  sent = paths
}

function buffer(bytes) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function diagnostics(error, compiler) {
  const found = error ? compiler.fetchDiagnostics(error) : []
  const lines = found
    .filter(({severity}) => severity === 1)
    .map(({message, path, range}) => {
      const line = range ? `:${range.start.line + 1}:${range.start.character + 1}` : ''
      return `${(path ?? '').replace(`${root}/`, '')}${line} ${message}`
    })
  return lines.length > 0 ? lines.join('\n') : 'the compiler gave no reason'
}
