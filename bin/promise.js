#!/usr/bin/env node
'use strict';

const { afterBuild } = require('./build');

afterBuild(() => require('../dist/apps/cli/src/main.js'));
