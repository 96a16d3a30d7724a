import type { Project, RouterSource } from '@taskroute/source';
import type { Program, Symbol as TypeScriptSymbol, Type, TypeChecker, TypeReference } from 'typescript';
import { isOfRouter } from './router-package.ts';

const FUNCTIONS: Readonly<Record<string, string>> = { RouteModel: 'routeModel', GetTier: 'getTier', Decide: 'decide' };

/** `routeModel`, `getTier` or `decide`, where the type is the one that the router's package declares. */
export function functionOf(type: Type): string | null {
  const symbol = type.getSymbol();
  const name = symbol === undefined ? undefined : FUNCTIONS[symbol.name];
  const file = symbol?.declarations?.[0]?.getSourceFile().fileName;
  return name === undefined || file === undefined || !isOfRouter(file) ? null : name;
}

/** The lines of the table in a function's type; none where it is a function over any router. */
export function linesOf(checker: TypeChecker, type: Type): readonly TypeScriptSymbol[] {
  // `RouteModel<Tiers, Fallback, Lines, …>`: an interface with parameters is a reference to itself with arguments.
  const lines = checker.getTypeArguments(type as TypeReference)[2];
  return lines?.getProperties() ?? [];
}

/** The router whose table has those lines: types may be stale, so names and files count, and the keys come from the disk. */
export function routerOf(project: Project, program: Program, lines: readonly TypeScriptSymbol[]): RouterSource | null {
  const places = new Map<string, number>();
  for (const { name, declarations = [] } of lines)
    for (const each of declarations) places.set(`${each.getSourceFile().fileName}\0${name}`, each.getStart());
  const score = ({ routes }: RouterSource): readonly [number, number] => {
    const named = routes.filter(({ task, place }) => places.has(`${place.file}\0${task}`));
    const placed = named.filter(({ task, place }) => places.get(`${place.file}\0${task}`) === place.range[0]);
    return [placed.length, named.length];
  };
  const ranked = routersIn(project, program)
    .map((router) => ({ router, score: score(router) }))
    .filter((each) => each.score[1] > 0)
    .sort((one, other) => other.score[0] - one.score[0] || other.score[1] - one.score[1]);
  const [best, next] = ranked;
  const isTie = best?.score.join() === next?.score.join();
  return best === undefined || isTie ? null : best.router;
}

const definers = new WeakMap<Program, readonly string[]>();

function routersIn(project: Project, program: Program): readonly RouterSource[] {
  let files = definers.get(program);
  if (files === undefined) {
    files = program
      .getSourceFiles()
      .filter(({ text, isDeclarationFile }) => !isDeclarationFile && text.includes('defineRouter'))
      .map(({ fileName }) => fileName);
    definers.set(program, files);
  }
  const routers = files.flatMap((file) => project.routersOf(file));
  return [...new Map(routers.map((router) => [router.id, router])).values()];
}
