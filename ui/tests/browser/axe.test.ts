import { AxeBuilder } from '@axe-core/playwright';
import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reach, screens } from './screens';
import { testWindow, type TestWindow } from './window';

let window_: TestWindow;
beforeAll(async () => {
  window_ = await testWindow();
});
afterAll(() => window_.close());

/**
 * axe takes joined Arabic letters for an icon font and skips contrast without a word, unless text
 * is measured in proportion to its length.
 */
function measureByLength() {
  CanvasRenderingContext2D.prototype.measureText = (text: string) =>
    ({ width: text.length * 10 }) as TextMetrics;
}

/** The palette's field walks through its menu by `aria-activedescendant`, so the menu has no stop. */
const reachedOtherwise = (id: string, html: string) =>
  id === 'scrollable-region-focusable' && html.includes('palette-list');

const everything: RunOptions = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  rules: { 'color-contrast-enhanced': { enabled: true } },
};

/** What another theme can change: names, roles and order are the same elements. */
const colours: RunOptions = {
  runOnly: {
    type: 'rule',
    values: ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'],
  },
};

async function faults(page: Page, rules: RunOptions): Promise<string[]> {
  await page.evaluate(measureByLength);
  // Legacy mode: there are no frames to visit, so no second page is opened to gather the results.
  const found = await new AxeBuilder({ page }).options(rules).setLegacyMode().analyze();
  return found.violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html }) => !reachedOtherwise(id, html))
      .map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
}

const media = [
  { colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference' },
  { colorScheme: 'dark', forcedColors: 'none', reducedMotion: 'reduce' },
  { colorScheme: 'light', forcedColors: 'active', reducedMotion: 'no-preference' },
] as const;

describe.each(['ar', 'en'] as const)(
  'axe finds nothing in light, dark and forced colours (%s)',
  (language) => {
    test.each(screens.map((screen) => [screen.name, screen] as const))('%s', async (_, screen) => {
      const page = await window_.open(screen.path, screen.door(), { language });
      await reach(screen, page);
      for (const [place, medium] of media.entries()) {
        await page.emulateMedia(medium);
        expect(await faults(page, place === 0 ? everything : colours)).toEqual([]);
      }
      await page.close();
    });
  },
);

test('the contrast check can fail on Arabic text', async () => {
  const desk = screens.find(({ name }) => name === 'desk');
  if (!desk) throw new Error('no desk');
  const page = await window_.open(desk.path, desk.door());
  await reach(desk, page);
  await page.evaluate(() => {
    const planted = document.createElement('p');
    planted.textContent = 'نص باهت لا يُقرأ';
    planted.style.cssText =
      'color:#bbb;background:#fff;position:absolute;inset:100px 100px auto auto;z-index:100';
    document.querySelector('main')?.prepend(planted);
  });
  expect((await faults(page, colours)).join()).toContain('color-contrast');
  await page.close();
});
