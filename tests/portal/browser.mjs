// Debian's Chromium, and axe so that it looks at Arabic too.
import { createRequire } from 'node:module';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

const installed = createRequire(new URL('../../ui/package.json', import.meta.url));
const { chromium } = installed('playwright-core');
const { AxeBuilder } = installed('@axe-core/playwright');

export async function startBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless', '--no-sandbox', '--disable-gpu', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync',
    ],
  });
}

/** What axe finds. It takes joined Arabic letters for icons unless widths look proportional. */
export async function faults(page) {
  await page.evaluate(() => {
    CanvasRenderingContext2D.prototype.measureText = (text) => ({ width: text.length * 10 });
  });
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const said = (node) => `${node.target} ${node.any[0]?.message ?? ''}`;
  return violations.map((it) => `${it.id}: ${it.nodes.map(said).join('; ')}`);
}

/** A text of poor contrast, to see that the check can fail. */
export async function plantPoorContrast(page) {
  await page.evaluate(() => {
    const poor = document.createElement('p');
    poor.textContent = 'نص باهت لا يُقرأ';
    poor.style.color = 'lightgray';
    document.querySelector('main').append(poor);
  });
}

/** Whether the characters of each isolated identifier stand from left to right as written. */
export async function scrambled(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('bdi[dir="ltr"]')]
      .filter((it) => {
        const text = it.firstChild;
        const lefts = [...text.data].map((_, at) => {
          const range = document.createRange();
          range.setStart(text, at);
          range.setEnd(text, at + 1);
          const [box] = range.getClientRects();
          return box ? [Math.round(box.top), box.left] : [0, 0];
        });
        const isBack = ([top, left], [topBefore, leftBefore]) => top === topBefore && left < leftBefore;
        return lefts.some((place, at) => at > 0 && isBack(place, lefts[at - 1]));
      })
      .map((it) => it.textContent),
  );
}

/** Keeps a picture when a folder for them is named. */
export async function picture(page, name) {
  const folder = process.env.RIDA_PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
