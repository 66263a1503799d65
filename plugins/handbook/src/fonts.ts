/** A font file of the handbook: the family its name table gives, and where the package has it. */
interface FontSpec {
  readonly family: string
  /** Module path of the file, resolved from this package. */
  readonly module: string
  /** Stands in for characters that the faces before it lack; handed in only when needed. */
  readonly fallback?: true
}

function styles(family: string, folder: string, file: string, names: string): FontSpec[] {
  return names.split(' ').map((style) => ({
    family,
    module: `@expo-google-fonts/${folder}/${style}/${file}_${style}.ttf`,
  }))
}

/** The only fonts that may be in a handbook, all under the SIL Open Font License. */
export const fonts: readonly FontSpec[] = [
  ...styles(
    'Source Serif 4',
    'source-serif-4',
    'SourceSerif4',
    '400Regular 400Regular_Italic 600SemiBold 600SemiBold_Italic',
  ),
  ...styles(
    'Source Sans 3',
    'source-sans-3',
    'SourceSans3',
    '400Regular 400Regular_Italic 600SemiBold 600SemiBold_Italic',
  ),
  ...styles(
    'JetBrains Mono',
    'jetbrains-mono',
    'JetBrainsMono',
    '400Regular 400Regular_Italic 600SemiBold',
  ),
  {
    family: 'Noto Sans Symbols 2',
    module: '@expo-google-fonts/noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf',
    fallback: true,
  },
  {
    family: 'Noto Emoji',
    module: '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
    fallback: true,
  },
]
