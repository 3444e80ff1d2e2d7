export * from './demonstration-people';
export * from './policy';
export * from './roles';
export * from './sessions';
