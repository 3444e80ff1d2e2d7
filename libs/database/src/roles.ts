/**
 * The group roles that hold every privilege. None of them can log in: a login is a member of one, and each connection
 * acts as the group from its first statement on. They belong to the cluster and serve every database in it.
 */
export const ROLES = {
  /** Owns log, vault, files, sessions and work; used by migrations only. */
  owner: 'promise_owner',
  /** Appends through `log.append`, reads the log and the read models, reads and adds evidence files, keeps sessions and the state of work. */
  application: 'promise_application',
  /** Reads the log; makes, renames and drops its own read schemas. */
  projector: 'promise_projector',
  /** Reads and writes the keys of personal data, and nothing else. */
  vault: 'promise_vault',
} as const;

export type Role = keyof typeof ROLES;
