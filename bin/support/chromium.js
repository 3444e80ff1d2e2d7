'use strict';

const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const args = require('./chromium.json');

/** The system's Chromium; another one where `CHROMIUM` names it. It asks nothing of the network. */
const CHROMIUM = { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args };

function hasChromium() {
  return existsSync(CHROMIUM.executablePath);
}

/** Takes Debian's where there is none and this user may install it, and says so. @returns whether there is one now */
function ensureChromium() {
  const mayInstall = process.env.CHROMIUM === undefined && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!hasChromium() && mayInstall) install();
  return hasChromium();
}

function install() {
  console.log('Installing Chromium for the page tests: apt-get install chromium');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const steps = [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
  ];
  for (const words of steps) {
    const { status, stdout, stderr } = spawnSync('apt-get', words, { env, encoding: 'utf8' });
    if (status === 0) continue;
    console.log(`It could not be installed:\n${`${stdout}${stderr}`.trim().split('\n').slice(-5).join('\n')}`);
    return;
  }
}

module.exports = { CHROMIUM, ensureChromium, hasChromium };
