import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';

/** What a published schema says of a text; empty where the text is as it says. */
export function faultsOfJson(command: string, text: string): readonly string[] {
  const file = new URL(`../schemas/${command}.json`, import.meta.url);
  const validate = new Ajv2020({ strict: true, allErrors: true }).compile(
    JSON.parse(readFileSync(file, 'utf8')) as object,
  );
  validate(JSON.parse(text));
  return (validate.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`);
}
