/** The functions of every router that `defineRouter` makes. */
export const ROUTER_FUNCTIONS: readonly string[] = ['routeModel', 'getTier', 'decide'];
