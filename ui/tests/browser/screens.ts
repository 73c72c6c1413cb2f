import type { Page } from 'playwright-core';
import { answers, type Answers } from './door';
import * as fixtures from './fixtures';

/** A screen or an open overlay: where it is, and the keys that bring it about. */
export interface Screen {
  name: string;
  path: string;
  door: () => Answers;
  reach?: (page: Page) => Promise<void>;
}

const at = (name: string, path: string, reach?: Screen['reach']): Screen => ({
  name,
  path,
  door: () => answers(),
  ...(reach ? { reach } : {}),
});

const press =
  (...keys: string[]) =>
  async (page: Page) => {
    for (const key of keys) await page.keyboard.press(key);
  };

/** Every screen of the window. */
export const screens: Screen[] = [
  { ...at('sign-in', '/'), door: () => answers({ session: fixtures.signedOut }) },
  { ...at('lock', '/'), door: () => answers({ session: fixtures.locked }) },
  at('desk', '/desk'),
  at('case', '/desk/case-0'),
  at('reply', '/desk/case-0', async (page) => {
    await page.keyboard.press('r');
    await page.keyboard.type('نرجو التواصل معنا على الخاص');
    await page.locator('.hints').waitFor();
  }),
  at('note', '/desk/case-0', press('n')),
  at('decide', '/desk/case-0', press('e')),
  at('contact', '/desk/case-0', press('m')),
  at('approvals', '/approvals'),
  at('approval', '/approvals/case-0/ap-1'),
  at('intake', '/intake', async (page) => {
    await page.keyboard.type('24123456');
    await page.locator('.person-card').waitFor();
  }),
  at('new-case', '/intake', async (page) => {
    await page.locator('.lookup > button').click();
    await page.locator('.page-body .writing').waitFor();
  }),
  at('search', '/search', async (page) => {
    await page.keyboard.type('ماسورة');
    await page.locator('mark').first().waitFor();
  }),
  at('agreement', '/agreement'),
  at('settings', '/settings'),
  at('palette', '/desk/case-0', press('Control+k')),
  at('keys', '/desk/case-0', press('Shift+?')),
];

/** Waits until the screen is drawn, then brings the overlay about. */
export async function reach(screen: Screen, page: Page) {
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  await screen.reach?.(page);
  await page.waitForTimeout(250);
}
