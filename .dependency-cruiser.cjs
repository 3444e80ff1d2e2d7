/** The rules of the house: which room may know which. A broken rule fails `npm run check`. */
const context = '(milestones|plans|partnerships|people|erasure|reviews)';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'kernel-imports-nothing',
      severity: 'error',
      from: { path: '^libs/kernel/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^libs/kernel/' },
    },
    {
      name: 'domain-imports-only-kernel',
      comment: 'Domain code is plain TypeScript: no framework, no database, no clock.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/src/domain/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^libs/(kernel/|$1/src/domain/)' },
    },
    {
      name: 'read-models-know-events-not-rules',
      severity: 'error',
      from: { path: '^libs/[^/]+/src/read-models/', pathNot: '\\.spec\\.ts$' },
      to: { path: '/domain/.*(decide|state|commands|rules)\\.ts$' },
    },
    {
      name: 'contexts-meet-at-their-door',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/[^/]+/src/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'apps-enter-by-the-door',
      severity: 'error',
      from: { path: '^(apps|test)/' },
      to: { path: '^libs/[^/]+/src/', pathNot: '^libs/[^/]+/src/index\\.ts$' },
    },
    {
      name: 'libs-know-no-app',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'tools-of-tests-stay-in-tests',
      severity: 'error',
      from: { pathNot: ['\\.spec\\.ts$', '^libs/testing/', '^test/', '\\.contract\\.ts$'] },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'contexts-know-only-the-shared-libs',
      comment: 'A business area never imports another one; what joins them stands above (timeline, trail).',
      severity: 'error',
      from: { path: `^libs/${context}/`, pathNot: '\\.spec\\.ts$' },
      to: { path: `^libs/${context}/`, pathNot: '^libs/$1/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['require', 'node', 'default'] },
  },
};
