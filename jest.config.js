/** Nest 12, its file-type helpers and openid-client are ES modules; they are compiled to CommonJS for jest like our own code. */
const esm = [
  '@nestjs',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'uuid',
  'load-esm',
  'openid-client',
  'oauth4webapi',
  'jose',
];

/** Pages are TSX that becomes HTML through preact. */
const tsx = {
  jsc: {
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    transform: { react: { runtime: 'automatic', importSource: 'preact' } },
  },
};

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testRegex: '\\.(unit|int|e2e)\\.spec\\.tsx?$',
  moduleNameMapper: {
    '^@promise/([a-z-]+)$': '<rootDir>/libs/$1/src',
    // Their `.mjs` files are never compiled; these say the same for CommonJS.
    '^(d3-[a-z-]+)$': '<rootDir>/node_modules/$1/dist/$1.js',
  },
  transform: {
    '^.+\\.[tj]s$': '@swc/jest',
    '^.+\\.tsx$': ['@swc/jest', tsx],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esm.join('|')})/)`],
  globalSetup: '<rootDir>/libs/testing/src/global-setup.ts',
  globalTeardown: '<rootDir>/libs/testing/src/global-teardown.ts',
  maxWorkers: 2,
  testTimeout: 30_000,
};
