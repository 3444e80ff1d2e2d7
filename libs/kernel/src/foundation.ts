/**
 * The five foundations of The Promise, and the children's rights that underpin all five and are not a sixth.
 */
export const FOUNDATIONS = ['voice', 'family', 'care', 'people', 'scaffolding'] as const;
export const FOUNDATIONS_AND_RIGHTS = [...FOUNDATIONS, 'rights'] as const;

export type FoundationOrRights = (typeof FOUNDATIONS_AND_RIGHTS)[number];
