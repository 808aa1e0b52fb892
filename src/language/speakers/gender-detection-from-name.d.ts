/** The package has no types of its own. */
declare module 'gender-detection-from-name' {
  /** By the list of a language ("en", "fr", "it", "es", "de", "tr"), or else of the first one that has the name. */
  export function getGender(name: string, language: string): 'male' | 'female' | 'unknown'
}
