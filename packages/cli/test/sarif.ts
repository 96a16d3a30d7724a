import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
// Its types speak of a module, its code is the class itself.
import Draft04 from 'ajv-draft-04';

const PACKAGE = dirname(createRequire(import.meta.url).resolve('@microsoft/jest-sarif/package.json'));
const SCHEMA = join(PACKAGE, 'lib/schemas/sarif-2.1.0-rtm.5.json');

// One of its patterns is none by the stricter syntax.
const validate = new Draft04.default({
  strict: false,
  unicodeRegExp: false,
  validateFormats: false,
  allErrors: true,
}).compile(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object);

/** What is wrong with a text by the schema of SARIF 2.1.0; nothing where it is as that says. */
export function faultsBySarif(text: string): readonly string[] {
  validate(JSON.parse(text));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}
