import {defineCollection, z} from 'astro:content'
import {rstLoader} from './rst-loader.ts'

const docs = defineCollection({loader: rstLoader(), schema: z.object({title: z.string()})})

export const collections = {docs}
