import { resolve } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { closeWelcome, extensionOrigin, launchChromium } from '../../../tools/browser/chromium.ts';
import type { Simulator } from '../../simulator/server.ts';

/** The unmodified store build. */
export const EXTENSION = resolve('.output/chrome-mv3');

/** A running browser with the extension installed. */
export interface Browser {
  context: BrowserContext;
  /** The address that the extension's pages begin with. */
  origin: string;
  /** The first tab. */
  page: Page;
}

/** Options to start the browser with. */
export interface StartOptions {
  /** Folders of other extensions to install next to ours. */
  otherExtensions: readonly string[];
  args: readonly string[];
  /** The browser's own language. */
  locale?: string;
}

interface OpenOptions {
  profile: string;
  simulator: Simulator;
  extension: string;
  start: StartOptions;
  /** True to close the page that opens by itself after the installation. */
  closesWelcome?: boolean;
}

/** Starts the browser with the extension. */
export async function open({
  profile,
  simulator,
  extension,
  start,
  closesWelcome = false,
}: OpenOptions): Promise<Browser> {
  const context = await launchChromium({
    extension: [extension, ...start.otherExtensions].join(','),
    profile,
    tlsPort: simulator.ports.tls,
    isHeadless: true,
    args: start.args,
    ...(start.locale !== undefined && { locale: start.locale }),
  });
  if (closesWelcome) await closeWelcome(context);
  const page = context.pages()[0] ?? (await context.newPage());
  return { context, origin: await extensionOrigin(context), page };
}
