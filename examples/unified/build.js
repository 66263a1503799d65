import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises'
import {parse} from 'node:path'
import rehypeStringify from 'rehype-stringify'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import remarkRst, {formatMessage} from 'remark-rst'
import {fileLoader} from 'remark-rst/files'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {VFile} from 'vfile'

const processor = unified()
  .use(remarkParse)
  .use(remarkRst, {
    load: fileLoader({roots: ['docs'], includeRoots: ['includes']}),
    prolog: ['includes/names.rst'],
  })
  .use(linksToPages)
  .use(remarkRehype, {allowDangerousHtml: true})
  .use(rehypeStringify, {allowDangerousHtml: true})
  .freeze()

/** Links lead to files; on the site each is a page of HTML. */
function linksToPages() {
  return (tree) =>
    visit(tree, 'link', (link) => {
      link.url = link.url.replace(/\.(rst|md)(?=#|$)/, '.html')
    })
}

await mkdir('out', {recursive: true})
for (const name of await readdir('docs')) {
  const path = `docs/${name}`
  const file = await processor.process(new VFile({path, value: await readFile(path)}))
  for (const message of file.messages) console.error(formatMessage(message))
  await writeFile(`out/${parse(name).name}.html`, String(file))
}
