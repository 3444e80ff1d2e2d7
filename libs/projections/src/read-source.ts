/** Name in dependency injection of the TypeORM `DataSource` that queries read from (schema `read`). */
export const READ_SOURCE = Symbol('ReadSource');
