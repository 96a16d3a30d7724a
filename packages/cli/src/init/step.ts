/** What is to become of one file. */
export type InitStep =
  | { readonly action: 'write' | 'edit'; readonly file: string; readonly text: string }
  /** It is there, and is left as it is. */
  | { readonly action: 'stands'; readonly file: string; readonly reason: string }
  /** It is for a person to change. */
  | { readonly action: 'by-hand'; readonly file: string; readonly reason: string; readonly lines: readonly string[] };
