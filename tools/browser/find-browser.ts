import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** A browser this project can drive, and where to look for it. */
interface Browser {
  name: string;
  /** Environment variable that names its executable and goes before every other place. */
  variable: string;
  /** File names or glob patterns, in order of preference. */
  places: string[];
  /** Ways to install it, tried one after another. */
  installers: { says: string; command: string[][]; isPossible: () => boolean }[];
}

const isDebianRoot = () => existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;

function debianPackage(name: string): Browser['installers'][number] {
  return {
    says: `apt-get install ${name}`,
    command: [
      ['apt-get', 'update', '-qq'],
      ['apt-get', 'install', '-y', '-qq', name],
    ],
    isPossible: isDebianRoot,
  };
}

const CACHE = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache', 'ms-playwright');
const MAC_CACHE = join(homedir(), 'Library', 'Caches', 'ms-playwright');

const CHROMIUM: Browser = {
  name: 'Chromium',
  variable: 'CHROMIUM_PATH',
  places: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    join(CACHE, 'chromium-*', 'chrome-linux*', 'chrome'),
    join(MAC_CACHE, 'chromium-*', 'chrome-mac*', '*.app', 'Contents', 'MacOS', '*'),
    join(homedir(), 'AppData', 'Local', 'ms-playwright', 'chromium-*', 'chrome-win*', 'chrome.exe'),
  ],
  installers: [
    debianPackage('chromium'),
    {
      says: 'playwright install chromium',
      command: [['npm', 'exec', '--', 'playwright', 'install', 'chromium']],
      isPossible: () => true,
    },
  ],
};

const FIREFOX: Browser = {
  name: 'Firefox',
  variable: 'FIREFOX_PATH',
  places: [
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/snap/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    join(homedir(), '.cache', 'puppeteer', 'firefox', '*', 'firefox', 'firefox'),
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
  installers: [
    debianPackage('firefox-esr'),
    {
      // Playwright's own Firefox is patched and takes no extensions.
      says: '@puppeteer/browsers install firefox',
      command: [
        [
          'npm',
          'exec',
          '--',
          'browsers',
          'install',
          'firefox@stable',
          '--path',
          join(homedir(), '.cache', 'puppeteer'),
        ],
      ],
      isPossible: () => true,
    },
  ],
};

function find({ variable, places }: Browser): string | null {
  const named = process.env[variable];
  if (named !== undefined && named !== '') return existsSync(named) ? named : null;
  return globSync(places)[0] ?? null;
}

function install(browser: Browser): string[] {
  const tried: string[] = [];
  for (const { says, command, isPossible } of browser.installers) {
    if (!isPossible()) continue;
    console.log(`${browser.name} is not here. Trying: ${says}`);
    const hasWorked = command.every(
      ([program = '', ...args]) =>
        spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0,
    );
    tried.push(says);
    if (hasWorked && find(browser) !== null) break;
  }
  return tried;
}

function findOrInstall(browser: Browser): string {
  const present = find(browser);
  if (present !== null) return present;
  const tried = process.env[browser.variable] ? [] : install(browser);
  const installed = find(browser);
  if (installed !== null) return installed;
  throw new Error(
    [
      `${browser.name} was not found.`,
      `Looked at: $${browser.variable}, ${browser.places.join(', ')}.`,
      `Tried to install it by: ${tried.join('; ') || 'nothing'}.`,
      `Install ${browser.name}, or set ${browser.variable} to its executable.`,
    ].join('\n'),
  );
}

/** The path of a Chromium, installed first where there is none. Throws, naming all that was tried. */
export const chromiumPath = () => findOrInstall(CHROMIUM);

/** The path of a Firefox, installed first where there is none. Throws, naming all that was tried. */
export const firefoxPath = () => findOrInstall(FIREFOX);
