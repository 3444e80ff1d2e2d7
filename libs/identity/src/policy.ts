import type { Role } from './roles';

/** What a partnership can open to everybody. */
export type Publication = 'timeline' | 'plans';

interface Rule {
  readonly roles: readonly Role[];
  /** Open to everybody where the partnership publishes this. */
  readonly published?: Publication;
  /** Open to everybody, always. */
  readonly anybody?: true;
  /** Open to everybody who is signed in, whether or not they have a role here. */
  readonly signedIn?: true;
  /** Not for programs that act for somebody by a token. */
  readonly personally?: true;
  /** Can be done, by these roles, in a partnership that is not registered yet. */
  readonly beforeRegistration?: true;
}

const EVERYBODY_SIGNED_IN: readonly Role[] = [
  'worker',
  'lead',
  'board',
  'approver',
  'inspector',
  'administrator',
  'operator',
];
const WORKERS: readonly Role[] = ['worker'];
const ADMINISTRATORS: readonly Role[] = ['administrator'];

/**
 * Who may do what: the one policy table. What does not stand here is refused, for everybody.
 * The names are those of the actions that routes and commands declare.
 */
export const POLICY = {
  'health.read': { roles: [], anybody: true },
  'api-documentation.read': { roles: [], anybody: true },
  /** Pages that say nothing of a partnership: the choice of one, what words mean, accessibility. */
  'pages.read': { roles: [], anybody: true },
  'sign-in': { roles: [], anybody: true },
  /** What waits for somebody who records. */
  'work.read': { roles: ['worker', 'lead'] },
  'report.read': { roles: EVERYBODY_SIGNED_IN },

  'timeline.read': { roles: EVERYBODY_SIGNED_IN, published: 'timeline' },
  'plans.read': { roles: EVERYBODY_SIGNED_IN, published: 'plans' },
  'milestones.read': { roles: EVERYBODY_SIGNED_IN },
  'evidence.read': { roles: EVERYBODY_SIGNED_IN },
  'compare.read': { roles: EVERYBODY_SIGNED_IN },
  'trail.read': { roles: ['worker', 'approver', 'inspector', 'administrator', 'operator'] },

  'milestone.propose': { roles: WORKERS },
  'milestone.agree': { roles: ['worker', 'approver'] },
  'milestone.start': { roles: ['worker', 'lead'] },
  'milestone.report-progress': { roles: ['worker', 'lead'] },
  'milestone.revise-timescale': { roles: WORKERS },
  'milestone.tell': { roles: WORKERS },
  'milestone.attach-evidence': { roles: ['worker', 'lead'] },
  'milestone.achieve': { roles: WORKERS },
  'milestone.reopen': { roles: WORKERS },
  'milestone.withdraw': { roles: WORKERS },
  'milestone.change-leads': { roles: ['worker', 'administrator'] },
  'milestone.correct': { roles: WORKERS },
  'step.record-result': { roles: WORKERS },

  'reviews.read': { roles: EVERYBODY_SIGNED_IN },
  'review.open': { roles: WORKERS },
  'review.note-finding': { roles: WORKERS },
  'review.close': { roles: WORKERS },

  'promise-start.decide': { roles: ['worker', 'administrator'] },

  'partnership.set-up': { roles: ADMINISTRATORS, beforeRegistration: true },
  'partnership.read': { roles: EVERYBODY_SIGNED_IN, published: 'timeline' },
  /** The page of all settings; each is changed by an action of its own. */
  'settings.read': { roles: ADMINISTRATORS },
  'partnership.rename': { roles: ADMINISTRATORS },
  'partnership.change-publication': { roles: ADMINISTRATORS },
  'partnership.decide-themes': { roles: ADMINISTRATORS },
  'partnership.decide-retention': { roles: ADMINISTRATORS },

  /** What waits for a second person, and what became of it. */
  'approvals.read': { roles: ['worker', 'board', 'approver', 'inspector', 'administrator'] },
  /** Approving or refusing what somebody else proposed. */
  'approvals.settle': { roles: ['approver'] },
  /** Proposing that text be erased for good. */
  'text.erase': { roles: ['worker', 'administrator'] },
  /** One's own proposals. */
  'approvals.take-back': { roles: ['worker', 'administrator'] },

  'people.read': { roles: ['administrator'] },
  'people.manage': { roles: ['administrator'] },
  /** One's own sign-ins. They show the key of an app that is being set up, and the code that lets administrators find one. */
  'own-sign-ins': { roles: [], signedIn: true, personally: true },
  /** What is kept about oneself. */
  'own-data.read': { roles: [], signedIn: true },

  /** What an inspector read here: their own reads; those of all inspectors; and by name. */
  'inspector-reads.read': { roles: ['administrator', 'approver', 'inspector'] },
  'inspector-reads.read-all': { roles: ['administrator', 'approver'] },
  'inspector-reads.read-names': { roles: ['administrator'] },

  'plans.import': { roles: ['worker', 'administrator', 'operator'] },
  /** The partnership's own file: its name, and what it opens to everybody. */
  'partnership.import': { roles: ['administrator', 'operator'] },
  'read-models.rebuild': { roles: ['administrator', 'operator'] },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof POLICY;

/** Whether somebody signed in, in these roles, may do it. */
export function mayDo(action: Action, roles: readonly Role[]): boolean {
  const rule: Rule = POLICY[action];
  return rule.anybody === true || rule.signedIn === true || roleFor(action, roles) !== null;
}

/** The first of somebody's roles in which they may do it; null where there is none. */
export function roleFor(action: Action, roles: readonly Role[]): Role | null {
  const rule: Rule = POLICY[action];
  return roles.find((role) => rule.roles.includes(role)) ?? null;
}

/** Whether somebody may do it as an inspector and in no other of their roles: what they read so is recorded. */
export function mayOnlyAsInspector(action: Action, roles: readonly Role[]): boolean {
  const others = roles.filter((role) => role !== 'inspector');
  return roleFor(action, roles) === 'inspector' && roleFor(action, others) === null;
}

/** Whether everybody may do it, given what the partnership publishes. */
export function mayDoUnsigned(action: Action, published: readonly string[]): boolean {
  const rule: Rule = POLICY[action];
  return rule.anybody === true || (rule.published !== undefined && published.includes(rule.published));
}

/** Whether a program may do it for somebody who may. */
export function mayDoByToken(action: Action): boolean {
  const rule: Rule = POLICY[action];
  return rule.personally !== true;
}

/** Whether it can be done in a partnership that is not registered yet, by the roles that may do it. */
export function mayDoBeforeRegistration(action: Action): boolean {
  const rule: Rule = POLICY[action];
  return rule.beforeRegistration === true;
}
