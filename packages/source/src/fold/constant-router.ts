import { AST_NODE_TYPES } from '@typescript-eslint/types';
import { whyNotConstant } from './constant.ts';
import { placeOf } from '../text/parse.ts';
import type { RouterSource } from '../router/router-source.ts';
import { moduleAt, remember, type Session } from '../session.ts';
import { nodesBelow } from '../text/tree.ts';

/** Why a router may answer otherwise at run time, or do more than answer; null where its text is all there is to know. */
export function whyRouterVaries(session: Session, router: RouterSource): string | null {
  const [gap] = router.gaps;
  if (gap !== undefined || router.table === null || router.faults.length > 0)
    return `its table cannot be read${gap === undefined ? '' : `: ${gap.reason}`}`;
  if (router.rules.length > 0) return 'its router has rules';
  if (router.unrouted !== 'warn' && router.unrouted !== 'silent')
    return `its router has unrouted: ${router.unrouted === 'throw' ? "'throw'" : 'a function'}`;
  return remember(session, `varies ${router.id}`, () => {
    const module = moduleAt(session, router.file);
    if (module === null) return 'its router cannot be read';
    for (const node of nodesBelow(module.tree)) {
      if (node.type !== AST_NODE_TYPES.CallExpression || placeOf(module, node).range[0] !== router.place.range[0])
        continue;
      if (placeOf(module, node).range[1] !== router.place.range[1]) continue;
      const gap = whyNotConstant(session, module, node);
      return gap === null ? null : `its router is not constant: line ${String(gap.line)} ${gap.reason}`;
    }
    return 'its router cannot be found';
  });
}
