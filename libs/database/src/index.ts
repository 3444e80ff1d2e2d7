export { createDataSource } from './data-source';
export { inTransaction } from './in-transaction';
export { migrate } from './migrate';
export { createPool } from './pool';
export { ROLE_URL_VARIABLES, roleUrls, type RoleUrls, withOptions } from './role-urls';
export { type Role, ROLES } from './roles';
