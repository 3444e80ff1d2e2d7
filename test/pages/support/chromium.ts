import type { LaunchOptions } from '@playwright/test';
import args from '../../../bin/support/chromium.json';

/** As `bin/support/chromium.js` has it for programs. */
export const chromium: LaunchOptions = { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args };
