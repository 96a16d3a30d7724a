import { defineRouter } from '@taskroute/router';

export const TIERS = ['haiku', 'sonnet', 'opus'] as const;
export type Model = (typeof TIERS)[number];

/** The table that most of these files ask. */
export const router = defineRouter({
  tiers: TIERS,
  default: 'sonnet',
  routes: {
    classification: 'haiku',
    'email-draft': 'haiku',
    'blog-post': 'opus',
    'content/*': 'opus',
    'content/teaser': 'haiku',
    'content/blog/*': 'haiku',
    'content/blog/long': 'opus',
  },
});

export const { routeModel, getTier, decide, tasks } = router;

// What the compiler cannot know. These files are compiled, never run.
export declare const coin: boolean;
export declare const text: string;
