import { installDoor, type Answers } from './door';
import { readFileSync } from 'node:fs';
import { preview, type PreviewServer } from 'vite';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

/** Chromium as it runs anywhere: without a display, a sandbox or a word to the outside. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Looks {
  language?: 'ar' | 'en';
  theme?: 'light' | 'dark';
  width?: number;
  height?: number;
  settings?: Record<string, unknown>;
  forcedColors?: 'active' | 'none';
  reducedMotion?: 'reduce' | 'no-preference';
  pseudo?: boolean;
}

export interface TestWindow {
  open: (path: string, door: Answers, looks?: Looks) => Promise<Page>;
  close: () => Promise<void>;
}

/** The policy of the real window, so that what it forbids fails here, too. */
function windowPolicy(): string {
  const path = new URL('../../../src-tauri/tauri.conf.json', import.meta.url);
  const conf = JSON.parse(readFileSync(path, 'utf8')) as {
    app: { security: { csp: Record<string, string> } };
  };
  return Object.entries(conf.app.security.csp)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

function addressOf(server: PreviewServer): string {
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('the preview has no port');
  return `http://127.0.0.1:${address.port}/`;
}

function contextOf(browser: Browser, looks: Looks): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width: looks.width ?? 1366, height: looks.height ?? 768 },
    colorScheme: looks.theme ?? 'light',
    locale: looks.language === 'en' ? 'en-GB' : 'ar',
    timezoneId: 'Asia/Muscat',
    forcedColors: looks.forcedColors ?? 'none',
    reducedMotion: looks.reducedMotion ?? 'no-preference',
  });
}

/** Settings as they are kept; what another page of the context has left is gone. */
function keepSettings([kept, pseudo]: readonly [string, boolean]) {
  if (!sessionStorage.getItem('begun')) {
    localStorage.clear();
    localStorage.setItem('rida.settings', kept);
    sessionStorage.setItem('begun', 'yes');
  }
  window.__RIDA_PSEUDO__ = pseudo;
}

/** The built interface in a browser; each page has a door of its own. */
export async function testWindow(): Promise<TestWindow> {
  const server = await preview({
    preview: {
      port: 0,
      host: '127.0.0.1',
      headers: { 'Content-Security-Policy': windowPolicy() },
    },
    logLevel: 'silent',
  });
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });
  // Pages of the same looks share a context, and with it what the engine has already compiled.
  const contexts = new Map<string, Promise<BrowserContext>>();
  const contextFor = (looks: Looks) => {
    const key = JSON.stringify(looks);
    const known = contexts.get(key) ?? contextOf(browser, looks);
    contexts.set(key, known);
    return known;
  };
  return {
    open: async (path, door, looks = {}) => {
      const page = await (await contextFor(looks)).newPage();
      const settings = { language: looks.language ?? 'ar', ...looks.settings };
      await page.addInitScript(keepSettings, [
        JSON.stringify(settings),
        looks.pseudo === true,
      ] as const);
      await page.addInitScript(installDoor, door);
      await page.goto(`${addressOf(server)}#${path}`);
      await page.evaluate(() => document.fonts.ready);
      return page;
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
