/** Preloaded with `node -r`, lets a child process of a test require our TypeScript as jest does. */
const { transformFileSync } = require('@swc/core');

require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file).code, file);
