import { defineRouter } from '@taskroute/router';
import { ROUTES } from '../src/model-router.ts';

/** The fleet's table once more, for a program in which nobody listens: a call that somebody hears is never folded away. */
export const { routeModel } = defineRouter({ tiers: ['haiku', 'sonnet', 'opus'], default: 'sonnet', routes: ROUTES });
