/** What Vite, and plugins as it does, hand out as text or as an address. */
const RAW_QUERY = /[?&](?:raw|url)(?:[&#=]|$)/;

/** What a module is to Rolldown where it runs. */
const CODE = ['js', 'jsx', 'ts', 'tsx'];

/** Whether a module is not run: its text, or its address, is a value in the program. */
export function isRawText(id: string, moduleType = 'js'): boolean {
  return RAW_QUERY.test(id) || !CODE.includes(moduleType);
}
