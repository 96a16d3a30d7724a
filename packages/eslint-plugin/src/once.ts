/** Says a thing once: the same text can be the task of many calls. */
export function createOnce(): (...key: readonly unknown[]) => boolean {
  const said = new Set<string>();
  return (...key) => {
    const text = JSON.stringify(key);
    if (said.has(text)) return false;
    said.add(text);
    return true;
  };
}
