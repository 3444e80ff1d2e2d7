'use strict';

const { existsSync } = require('node:fs');

/** The system's Chromium; another one where `CHROMIUM` names it. It asks nothing of the network. */
const CHROMIUM = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

function hasChromium() {
  return existsSync(CHROMIUM.executablePath);
}

module.exports = { CHROMIUM, hasChromium };
