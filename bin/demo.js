'use strict';

const { afterBuild } = require('./build');

// In this very process, so that signals reach the server without a detour.
afterBuild(() => require('../dist/apps/demo/src/main.js'));
