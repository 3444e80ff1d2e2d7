const { resolve } = require('node:path');

/** What is measured is what is shipped: the compiled tracker. */
const DIST = resolve(__dirname, '../..', process.env.BENCH_DIST ?? 'dist');

/** The door of one of the tracker's libs, compiled. */
function lib(name) {
  return require(`${DIST}/libs/${name}/src/index.js`);
}

/** A file of one of the tracker's apps, compiled. */
function app(path) {
  return require(appFile(path));
}

function appFile(path) {
  return `${DIST}/apps/${path}.js`;
}

module.exports = { lib, app, appFile };
