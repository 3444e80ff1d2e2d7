'use strict';

/** Every test: those of jest, then those of the pages. With arguments it is jest alone, with these. */
const { spawnSync } = require('node:child_process');
const { runPageTests } = require('./page-tests');

const words = process.argv.slice(2);
const jest = spawnSync(process.execPath, [require.resolve('jest/bin/jest'), ...words], { stdio: 'inherit' });
const pages = words.length > 0 ? 0 : runPageTests([]);
process.exitCode = jest.status || (jest.signal ? 1 : 0) || pages;
