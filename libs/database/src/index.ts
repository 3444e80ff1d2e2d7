export { createDataSource, type DataSourceSettings } from './data-source';
export { migrate } from './migrate';
export { createPool, type PoolSettings } from './pool';
export { actingAs, roleUrls, type RoleUrls } from './role-urls';
export { type Role, ROLES } from './roles';
