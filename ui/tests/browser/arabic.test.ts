import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answers } from './door';
import { reach, screens } from './screens';
import { testWindow, type TestWindow } from './window';

let window_: TestWindow;
beforeAll(async () => {
  window_ = await testWindow();
});
afterAll(() => window_.close());

interface Box {
  name: string;
  start: number;
  width: number;
  top: number;
}

/** Landmarks and panes by their distance from the start edge of the window. */
function landmarks(page: Page): Promise<Box[]> {
  return page.evaluate(() => {
    const rtl = document.documentElement.dir === 'rtl';
    const parts = '.rail, .pane-list, .pane-main, .pane-side, .status, .page, .identity, .foot';
    return [...document.querySelectorAll(parts)].map((part) => {
      const box = part.getBoundingClientRect();
      return {
        name: part.className,
        start: rtl ? window.innerWidth - box.right : box.left,
        width: box.width,
        top: part.matches('.foot') ? 0 : box.top,
      };
    });
  });
}

test.each(['desk', 'case', 'approval', 'intake', 'agreement', 'settings'])(
  'Arabic is the mirror image of English within two pixels: %s',
  async (name) => {
    const screen = screens.find((one) => one.name === name);
    if (!screen) throw new Error(`no screen ${name}`);
    const boxes: Box[][] = [];
    for (const language of ['ar', 'en'] as const) {
      const page = await window_.open(screen.path, screen.door(), { language });
      await reach(screen, page);
      boxes.push(await landmarks(page));
      await page.close();
    }
    const [arabic = [], english = []] = boxes;
    expect(arabic.length).toBeGreaterThan(1);
    expect(arabic.map((box) => box.name)).toEqual(english.map((box) => box.name));
    arabic.forEach((box, place) => {
      const other = english[place];
      expect(Math.abs(box.start - (other?.start ?? -9)), `${box.name} start`).toBeLessThanOrEqual(
        2,
      );
      expect(Math.abs(box.width - (other?.width ?? -9)), `${box.name} width`).toBeLessThanOrEqual(
        2,
      );
    });
  },
);

/** The characters of an element from left to right, as they stand on the screen. */
function asSeen(page: Page, selector: string): Promise<string[]> {
  return page.evaluate((wanted) => {
    return [...document.querySelectorAll(wanted)].map((element) => {
      const seen: { left: number; letter: string }[] = [];
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.textContent ?? '';
        for (let at = 0; at < text.length; at += 1) {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          seen.push({ left: range.getBoundingClientRect().left, letter: text.charAt(at) });
        }
      }
      return seen
        .sort((one, other) => one.left - other.left)
        .map(({ letter }) => letter)
        .join('');
    });
  }, selector);
}

test('references, phones and file numbers keep the order of their characters', async () => {
  const page = await window_.open('/desk/case-0', answers());
  await page.locator('.identity').waitFor();
  const seen = await asSeen(page, '.identity .ref, .identity .phone');
  expect(seen).toEqual(['+968 2412 3456', '20260012', 'RD-7K2M-9Q00']);
  expect(await asSeen(page, '.speech-ours bdi[dir="ltr"]')).toEqual(['+968 2412 3456']);
  await page.close();
});

test('without its box the same phone would be scrambled, so the probe can fail', async () => {
  const page = await window_.open('/desk/case-0', answers());
  await page.locator('.identity').waitFor();
  await page.evaluate(() => {
    const bare = document.createElement('p');
    bare.className = 'planted';
    bare.textContent = 'هاتف +968 2412 3456';
    document.querySelector('.identity')?.append(bare);
  });
  const [seen] = await asSeen(page, '.planted');
  expect(seen).not.toContain('+968 2412 3456');
  await page.close();
});

test('an empty field runs as the interface does, then as its first letter', async () => {
  const page = await window_.open('/desk/case-0', answers());
  await page.locator('.identity').waitFor();
  await page.keyboard.press('r');
  const field = page.locator('.writing');
  expect(await field.getAttribute('dir')).toBe('rtl');
  await page.keyboard.type('12 Visit');
  expect(await field.getAttribute('dir')).toBe('ltr');
  await page.keyboard.press('Control+Shift+x');
  expect(await field.getAttribute('dir')).toBe('rtl');
  await page.close();
});

test('digits and calendar follow the settings, whatever the engine would choose', async () => {
  const settings = { digits: 'arabic_indic', calendar: 'umm_al_qura' };
  const page = await window_.open('/settings', answers(), { settings });
  await page.locator('h1').waitFor();
  const words = await page.locator('time').first().textContent();
  expect(words).toContain('رمضان');
  expect(words).toMatch(/١٤٤٧/u);
  await page.close();
});

test('texts that are two fifths longer are not clipped', async () => {
  for (const name of ['desk', 'case', 'approval', 'settings', 'agreement']) {
    const screen = screens.find((one) => one.name === name);
    if (!screen) throw new Error(`no screen ${name}`);
    const page = await window_.open(screen.path, screen.door(), { language: 'en', pseudo: true });
    await reach(screen, page);
    const clipped = await page.evaluate(() =>
      [...document.querySelectorAll('button, .chip, .rail-place, label, h1, h2, dt, th')]
        .filter((one) => getComputedStyle(one).textOverflow !== 'ellipsis')
        .filter((one) => !one.closest('.unseen, .row, .identity-about'))
        .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
        .map((one) => `${one.className}: ${one.textContent}`),
    );
    expect(clipped, name).toEqual([]);
    await page.close();
  }
});

test.each([
  ['a window of 320 pixels', { width: 320, height: 640 }],
  ['text of twice the size', { settings: { text_percent: 200 } }],
])('nothing runs out of %s', async (_, looks) => {
  for (const name of ['desk', 'case', 'reply', 'decide', 'approval', 'settings', 'agreement']) {
    const screen = screens.find((one) => one.name === name);
    if (!screen) throw new Error(`no screen ${name}`);
    const page = await window_.open(screen.path, screen.door(), looks);
    await reach(screen, page);
    const out = await page.evaluate(() =>
      [...document.querySelectorAll('.frame *')]
        .filter(
          (one) =>
            !one.closest('.unseen, .row, .rail, .table, [aria-hidden]') && one.clientWidth > 0,
        )
        .filter((one) => {
          const box = one.getBoundingClientRect();
          return box.left < -1 || box.right > window.innerWidth + 1;
        })
        .map((one) => `${one.className} ${one.textContent.slice(0, 40)}`),
    );
    expect(out, name).toEqual([]);
    await page.close();
  }
});
