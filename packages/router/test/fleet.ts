/** A small table with every kind of line, which the tests share. */
export const FLEET = {
  tiers: ['haiku', 'sonnet', 'opus'],
  default: 'sonnet',
  routes: {
    classification: 'haiku',
    'email-draft': 'haiku',
    synthesis: 'sonnet',
    'blog-post': 'opus',
    'content/*': 'opus',
    'content/teaser': 'haiku',
    'content/blog/*': 'haiku',
    'content/blog/long': 'opus',
  },
} as const;
