export * from './projection';
export * from './read-source';
export * from './two-times';
