import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** A browser that the tests can drive, and where to look for it. */
interface Browser {
  name: string;
  /** The environment variable that names its executable; it takes precedence over `paths`. */
  variable: string;
  /** Paths or glob patterns, in order of preference. */
  paths: string[];
  /** Ways to install it, tried one after another. */
  installers: { name: string; commands: string[][]; isPossible: () => boolean }[];
}

const isDebianRoot = () => existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;

function debianPackage(packageName: string): Browser['installers'][number] {
  return {
    name: `apt-get install ${packageName}`,
    commands: [
      ['apt-get', 'update', '-qq'],
      ['apt-get', 'install', '-y', '-qq', packageName],
    ],
    isPossible: isDebianRoot,
  };
}

const CACHE = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache', 'ms-playwright');
const MAC_CACHE = join(homedir(), 'Library', 'Caches', 'ms-playwright');

const CHROMIUM: Browser = {
  name: 'Chromium',
  variable: 'CHROMIUM_PATH',
  paths: [
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
      name: 'playwright install chromium',
      commands: [['npm', 'exec', '--', 'playwright', 'install', 'chromium']],
      isPossible: () => true,
    },
  ],
};

const FIREFOX: Browser = {
  name: 'Firefox',
  variable: 'FIREFOX_PATH',
  paths: [
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
      // Playwright's own Firefox is patched and loads no extensions.
      name: '@puppeteer/browsers install firefox',
      commands: [
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

function find({ variable, paths }: Browser): string | null {
  const configured = process.env[variable];
  if (configured !== undefined && configured !== '') {
    return existsSync(configured) ? configured : null;
  }
  return globSync(paths)[0] ?? null;
}

/** Tries to install a browser, and returns the names of the ways that were tried. */
function install(browser: Browser): string[] {
  const tried: string[] = [];
  for (const { name, commands, isPossible } of browser.installers) {
    if (!isPossible()) continue;
    console.log(`${browser.name} is not installed. Trying: ${name}`);
    const hasSucceeded = commands.every(
      ([program = '', ...args]) =>
        spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0,
    );
    tried.push(name);
    if (hasSucceeded && find(browser) !== null) break;
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
      `Looked at: $${browser.variable}, ${browser.paths.join(', ')}.`,
      `Tried to install it with: ${tried.join('; ') || 'nothing'}.`,
      `Install ${browser.name}, or set ${browser.variable} to its executable.`,
    ].join('\n'),
  );
}

/** Returns the path of Chromium, and installs it first if needed. Throws if that fails. */
export const chromiumPath = () => findOrInstall(CHROMIUM);

/** Returns the path of Firefox, and installs it first if needed. Throws if that fails. */
export const firefoxPath = () => findOrInstall(FIREFOX);
