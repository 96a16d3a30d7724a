import { routeModel } from './router.ts';

console.log(routeModel('blog-post'));
