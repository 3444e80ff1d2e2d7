/** What a person is in a partnership. `operator` is whoever runs the machine, through the command line only. */
export const ROLES = ['worker', 'lead', 'board', 'approver', 'inspector', 'administrator', 'operator'] as const;

export type Role = (typeof ROLES)[number];

/** Somebody who is signed in: an opaque id, never a name, and the role they act in. */
export interface Person {
  readonly id: string;
  readonly role: Role;
}

/** Whoever runs the machine, through the command line. */
export const OPERATOR: Person = { id: '0d7c1d2e-7a0b-5d51-9c1f-5b0c6f6f7a10', role: 'operator' };
