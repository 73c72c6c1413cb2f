import type { Page } from 'playwright-core';
import { answers, type Answers } from './door';
import * as fixtures from './fixtures';

/** A screen or an open overlay: where it is, what it shows, and the keys that bring it about. */
export interface Screen {
  name: string;
  path: string;
  door: () => Answers;
  /** Stands on the screen as soon as it is drawn. */
  shows: string;
  reach?: (page: Page) => Promise<void>;
}

const at = (name: string, path: string, shows: string, reach?: Screen['reach']): Screen => ({
  name,
  path,
  door: () => answers(),
  shows,
  ...(reach ? { reach } : {}),
});

/** Presses a key and waits for what it brings. */
const press = (key: string, brings: string) => async (page: Page) => {
  await page.keyboard.press(key);
  await page.locator(brings).first().waitFor();
};

/** The gate answers a moment after the form opens; the letters of the button follow it. */
async function decide(page: Page) {
  await press('e', '.decide')(page);
  await page.waitForFunction(() =>
    (window as unknown as { __calls: [string][] }).__calls.some(
      ([command]) => command === 'check_decision',
    ),
  );
}

const row = '[role=row]';
const account = 'input[autocomplete=username]';
const password = 'input[autocomplete=current-password]';

/** Every screen of the window. */
export const screens: Screen[] = [
  { ...at('sign-in', '/', account), door: () => answers({ session: fixtures.signedOut }) },
  { ...at('lock', '/', password), door: () => answers({ session: fixtures.locked }) },
  at('desk', '/desk', row),
  at('case', '/desk/case-0', '.identity'),
  at('reply', '/desk/case-0', '.identity', async (page) => {
    await page.keyboard.press('r');
    await page.keyboard.type('نرجو التواصل معنا على الخاص');
    await page.locator('.hints').waitFor();
  }),
  at('note', '/desk/case-0', '.identity', press('n', '.foot-internal')),
  at('decide', '/desk/case-0', '.identity', decide),
  at('contact', '/desk/case-0', '.identity', press('m', '.form-foot')),
  at('approvals', '/approvals', row),
  at('approval', '/approvals/case-0/ap-1', '.approval-letter'),
  at('intake', '/intake', 'h1', async (page) => {
    await page.keyboard.type('24123456');
    await page.locator('.person-card').waitFor();
  }),
  at('new-case', '/intake', 'h1', async (page) => {
    await page.locator('.lookup > button').click();
    await page.locator('.page-body .writing').waitFor();
  }),
  at('search', '/search', 'input', async (page) => {
    await page.keyboard.type('ماسورة');
    await page.locator('mark').first().waitFor();
  }),
  at('agreement', '/agreement', '.attention, .table'),
  at('settings', '/settings', 'time'),
  at('palette', '/desk/case-0', '.identity', press('Control+k', '.palette')),
  at('keys', '/desk/case-0', '.identity', press('Shift+?', '[role=dialog] h2')),
];

/** Waits until the screen is drawn, brings the overlay about, and lets every motion end. */
export async function reach(screen: Screen, page: Page) {
  await page.locator(screen.shows).first().waitFor();
  // Beside the case stands the list, or the way back to it where there is no room for both.
  if (screen.path.startsWith('/desk')) {
    await page.locator(`${row}, .back-to-list`).first().waitFor();
  }
  await screen.reach?.(page);
  await page.evaluate(async () => {
    await document.fonts.ready;
    // A frame begins the motions, and each of them has an end.
    await new Promise(requestAnimationFrame);
    await Promise.all(document.getAnimations().map((motion) => motion.finished));
  });
}
