'use strict';

const { afterBuild } = require('./build');

// In this very process, so that signals reach the projector without a detour.
afterBuild(() => require('../dist/apps/projector/src/main.js'));
