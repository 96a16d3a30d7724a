import { parseArgs } from 'node:util';
import { COMPILERS } from './compiler.ts';
import { declarations } from './declarations.ts';
import { measure, type Measured } from './measure.ts';
import { reachesOf } from './reaches.ts';
import { inWorkshop, routerFolder } from './workshop.ts';

const SIZES = [27, 100, 1_000, 10_000];
const DECLARED = 10_000;

const { values: options } = parseArgs({ options: { router: { type: 'string' } } });

await inWorkshop(routerFolder(options.router), async (workshop) => {
  console.log('A thousand calls of one kind; the floor is as many plain reads of the same table\n');
  row('compiler', 'routes', 'kind', 'once', 'per call', 'check ms', '× floor');
  const measured: Measured[] = [];
  for (const compiler of COMPILERS) {
    for (const routes of SIZES) {
      for (const each of await measure(workshop, compiler, routes)) {
        measured.push(each);
        rowOf(each);
      }
    }
  }

  console.log(`\nThe .d.ts of a router of ${grouped(DECLARED)} routes, in bytes`);
  for (const compiler of COMPILERS) {
    for (const { form, bytes } of await declarations(workshop, compiler, DECLARED))
      console.log(`${compiler.name.padEnd(14)}${form.padEnd(40)}${grouped(bytes).padStart(10)}`);
  }

  console.log('');
  const reaches = reachesOf(measured);
  for (const { claim, figure, reached } of reaches)
    console.log(`${reached ? 'reached' : 'MISSED '}  ${claim}: ${figure}`);
  if (!reaches.every(({ reached }) => reached)) process.exitCode = 1;
});

function rowOf({ compiler, routes, kind, once, perCall, milliseconds, overFloor }: Measured): void {
  row(
    compiler,
    grouped(routes),
    kind,
    grouped(once),
    perCall.toFixed(1),
    milliseconds.toFixed(0),
    overFloor.toFixed(2),
  );
}

function row(compiler: string, routes: string, kind: string, ...figures: readonly string[]): void {
  const cells = [
    compiler.padEnd(14),
    routes.padStart(6),
    `  ${kind}`.padEnd(20),
    ...figures.map((each) => each.padStart(10)),
  ];
  console.log(cells.join(''));
}

function grouped(figure: number): string {
  return figure.toLocaleString('en');
}
