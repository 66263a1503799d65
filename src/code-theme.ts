import type {PrismTheme} from 'prism-react-renderer'

/** The colours of code, named in `css/site.css`, so that one theme serves light and dark. */
export const codeTheme: PrismTheme = {
  plain: {color: 'var(--code-plain)', backgroundColor: 'var(--code-background)'},
  styles: [
    {types: ['comment', 'prolog', 'doctype'], style: {color: 'var(--code-comment)'}},
    {types: ['string', 'attr-value', 'char', 'inserted'], style: {color: 'var(--code-string)'}},
    {types: ['keyword', 'operator', 'atrule', 'tag'], style: {color: 'var(--code-keyword)'}},
    {types: ['function', 'builtin', 'class-name', 'property'], style: {color: 'var(--code-name)'}},
    {types: ['number', 'boolean', 'constant', 'symbol'], style: {color: 'var(--code-number)'}},
    {types: ['deleted'], style: {color: 'var(--code-number)', textDecorationLine: 'line-through'}},
  ],
}
