const { transformFileSync } = require('@swc/core');

/** The simulator of EventStoreDB belongs to the tests and is not compiled into `dist`: it is as it is loaded. */
require.extensions['.ts'] = (module, path) => {
  const { code } = transformFileSync(path, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
  });
  module._compile(code, path);
};
