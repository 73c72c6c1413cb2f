import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answers } from './door';
import * as fixtures from './fixtures';
import { testWindow, type TestWindow } from './window';

let window_: TestWindow;
beforeAll(async () => {
  window_ = await testWindow();
});
afterAll(() => window_.close());

type Call = [string, { input?: Record<string, unknown> }];

function calls(page: Page, name: string): Promise<Call[]> {
  return page.evaluate(
    (wanted) =>
      (window as unknown as { __calls: Call[] }).__calls.filter(([command]) => command === wanted),
    name,
  );
}

function tell(page: Page, part: Record<string, unknown>): Promise<void> {
  return page.evaluate((answer) => {
    const door = window as unknown as {
      __table: { answers: Record<string, unknown> };
      __tell: (news: unknown) => void;
    };
    Object.assign(door.__table.answers, answer);
    door.__tell({ news: 'changed', case: null });
  }, part);
}

/** Presses a place on the keyboard while the layout is Arabic: the letter is never the Latin one. */
function pressArabic(page: Page, code: string, key: string): Promise<void> {
  return page.evaluate(
    ([place, letter]) => {
      const target = document.activeElement ?? document.body;
      const press = new KeyboardEvent('keydown', {
        code: place,
        key: letter,
        bubbles: true,
        cancelable: true,
      });
      target.dispatchEvent(press);
    },
    [code, key] as const,
  );
}

test('a plain case is read, decided and left behind with the keyboard alone', async () => {
  const page = await window_.open('/desk', answers());
  await page.locator('[role=row]').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.locator('.identity').waitFor();
  await page.keyboard.press('e');
  await page.locator('.decide').waitFor();
  await page.locator('.remedies input').first().focus();
  await page.keyboard.press('Space');
  const points = page.locator('.point');
  for (let point = 0; point < (await points.count()); point += 1) {
    await points.nth(point).locator('input[type=radio]').first().focus();
    await page.keyboard.press('Space');
  }
  await page.locator('.cause button').focus();
  await page.keyboard.press('Enter');
  await page.locator('[role=option]').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await page.waitForFunction(() => location.hash === '#/desk/case-1');
  const [decided] = await calls(page, 'decide_case');
  expect(decided?.[1].input).toMatchObject({
    remedies: [{ remedy: 'visit', amount: null }],
    points: [
      { point: 0, outcome: 'granted' },
      { point: 1, outcome: 'granted' },
    ],
  });
  expect(await page.locator('.undo a').textContent()).toContain('RD-7K2M-9Q00');
  await page.close();
});

test('keys are places: with an Arabic layout J is written «ت» and still goes on', async () => {
  const page = await window_.open('/desk/case-0', answers());
  await page.locator('.identity').waitFor();
  await pressArabic(page, 'KeyJ', 'ت');
  await page.waitForFunction(() => location.hash === '#/desk/case-1');
  await pressArabic(page, 'KeyG', 'ل');
  await pressArabic(page, 'KeyA', 'ش');
  await page.waitForFunction(() => location.hash === '#/approvals');
  await page.close();
});

test('single letters do nothing inside a field, and nothing at all when switched off', async () => {
  const page = await window_.open('/desk/case-0', answers());
  await page.locator('.identity').waitFor();
  await page.keyboard.press('r');
  await page.keyboard.type('jen');
  expect(await page.locator('.writing').inputValue()).toBe('jen');
  await page.close();
  const off = await window_.open('/desk/case-0', answers(), { settings: { shortcuts: false } });
  await off.locator('.identity').waitFor();
  await off.keyboard.press('r');
  expect(await off.locator('.writing').count()).toBe(0);
  await off.keyboard.press('Control+k');
  expect(await off.locator('.palette').count()).toBe(1);
  await off.close();
});

test('an act is taken back by one key within its ten seconds', async () => {
  const page = await window_.open('/desk/case-0', answers());
  await page.locator('.identity').waitFor();
  await page.keyboard.press('n');
  await page.keyboard.type('داخلية');
  await page.keyboard.press('Control+Enter');
  await page.locator('.undo').waitFor();
  await page.keyboard.press('Control+z');
  await page.locator('.undo').waitFor({ state: 'detached' });
  expect(await calls(page, 'take_back')).toEqual([['take_back', { op: 'op-new' }]]);
  await page.close();
});

test('while the list has focus its order stands still, and one key brings the news', async () => {
  const page = await window_.open('/desk', answers());
  await page.locator('[role=row]').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const first = () => page.locator('[role=row]').first().getAttribute('data-key');
  expect(await first()).toBe('case-0');
  const rows = [9, 0, 1, 2, 3].map((place) => fixtures.row(place));
  await tell(page, { queue: { rows, total: 5, counts: [['mine', 5]] } });
  await page.locator('.changes').waitFor();
  expect(await first()).toBe('case-0');
  await page.keyboard.press('v');
  await page.locator('.changes').waitFor({ state: 'detached' });
  expect(await first()).toBe('case-9');
  await page.close();
});

test('typing without a pause reaches the vault at least once a second', async () => {
  const page = await window_.open('/desk/case-0', answers());
  await page.locator('.identity').waitFor();
  await page.keyboard.press('r');
  await page.keyboard.type('كلام لا ينقطع '.repeat(4), { delay: 60 });
  const typed = (await page.locator('.writing').inputValue()).length;
  const saved = (await calls(page, 'save_draft')).map(([, { input }]) => String(input?.text));
  expect(saved.length).toBeGreaterThan(2);
  expect(typed - (saved.at(-1)?.length ?? 0)).toBeLessThan(1000 / 60 + 2);
  await page.close();
});

test('a reply carries the kind, the next date and what was seen', async () => {
  const page = await window_.open('/desk/case-0', answers());
  await page.locator('.identity').waitFor();
  await page.keyboard.press('r');
  await page.keyboard.type('يصلكم الفريق غدًا.');
  await page.keyboard.press('Control+Enter');
  await page.locator('.undo').waitFor();
  const [sent] = await calls(page, 'send_reply');
  expect(sent?.[1].input).toMatchObject({
    case: 'case-0',
    kind: 'progress',
    seen: { seq: 41, ordinal: 2 },
    next: { next: 'at' },
  });
  await page.close();
});

test('a decision that needs an approval is asked for instead, in one step', async () => {
  const up = { ...fixtures.check, hints: [], needs_approval: true, approver: fixtures.manager };
  const page = await window_.open('/desk/case-0', answers({ check_decision: up }));
  await page.locator('.identity').waitFor();
  await page.keyboard.press('e');
  await page.getByRole('button', { name: 'اطلب الموافقة' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.locator('.undo').waitFor();
  expect(await calls(page, 'request_approval')).toHaveLength(1);
  expect(await calls(page, 'decide_case')).toHaveLength(0);
  await page.close();
});

test('an approval answers the revision that was read', async () => {
  const page = await window_.open('/approvals/case-0/ap-1', answers());
  await page.locator('.approval-letter').waitFor();
  await page.getByRole('button', { name: 'وافق' }).click();
  await page.locator('.undo').waitFor();
  const [given] = await calls(page, 'answer_approval');
  expect(given?.[1].input).toMatchObject({ revision: 1, answer: { answer: 'approve' } });
  await page.close();
});

test('a refusal is told in words and the typed text stays', async () => {
  const door = answers();
  door.refusals = { send_reply: { code: 'already_said', percent: 94 } };
  const page = await window_.open('/desk/case-0', door);
  await page.locator('.identity').waitFor();
  await page.keyboard.press('r');
  await page.keyboard.type('جارٍ العمل');
  await page.keyboard.press('Control+Enter');
  await page.locator('.form-foot .hint-lost').waitFor();
  expect(await page.locator('.form-foot .hint-lost').textContent()).toContain('94');
  expect(await page.locator('.writing').inputValue()).toBe('جارٍ العمل');
  await page.close();
});

test('locking saves the last words before it hides them', async () => {
  const page = await window_.open('/desk/case-0', answers());
  await page.locator('.identity').waitFor();
  await page.keyboard.press('n');
  await page.keyboard.type('آخر كلمة');
  await page.keyboard.press('Control+Shift+l');
  await page.locator('.welcome').waitFor();
  const order = await page.evaluate(() =>
    (window as unknown as { __calls: Call[] }).__calls.map(([command]) => command),
  );
  expect(order.indexOf('save_draft')).toBeGreaterThan(-1);
  expect(order.indexOf('save_draft')).toBeLessThan(order.indexOf('lock'));
  await page.close();
});

test('a dropped file is attached, and one that is too large is refused before it is read', async () => {
  const page = await window_.open('/desk/case-0', answers());
  await page.locator('.identity').waitFor();
  const drop = (size: number) =>
    page.evaluate((bytes) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], 'صورة.png', { type: 'image/png' }));
      window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, cancelable: true }));
    }, size);
  await drop(26 * 1_048_576);
  await page.locator('.pane-side .hint-lost').waitFor();
  expect(await calls(page, 'attach_file')).toHaveLength(0);
  await drop(3);
  await page.locator('.pane-side .hint-lost').waitFor({ state: 'detached' });
  expect(await calls(page, 'attach_file')).toEqual([
    ['attach_file', { case: 'case-0', name: 'صورة.png', bytes: 'AAAA' }],
  ]);
  await page.close();
});

test('the edge between panes moves by the arrow keys, the way the eye goes', async () => {
  const page = await window_.open('/desk/case-0', answers());
  await page.locator('.identity').waitFor();
  const edge = page.locator('.divider').first();
  const width = async () => Number(await edge.getAttribute('aria-valuenow'));
  const before = await width();
  await edge.focus();
  await page.keyboard.press('ArrowLeft');
  expect(await width()).toBeGreaterThan(before);
  await page.reload();
  await page.locator('.identity').waitFor();
  expect(await width()).toBeGreaterThan(before);
  await page.close();
});

test('the cases beside the open one are read ahead, but what is new stays unread', async () => {
  const rows = [0, 1, 2].map((place) => fixtures.row(place, { unread: place === 0 }));
  const page = await window_.open(
    '/desk/case-1',
    answers({ queue: { rows, total: 3, counts: [] } }),
  );
  await page.waitForSelector('.identity');
  await expect.poll(() => calls(page, 'read_case')).toHaveLength(2);
  const read = (await calls(page, 'read_case')).map(([, input]) => input);
  expect(read).toEqual([{ case: 'case-1' }, { case: 'case-2' }]);
  await page.close();
});

test('the filter and the row survive opening a case and coming back', async () => {
  const page = await window_.open('/desk', answers());
  await page.locator('[role=row]').first().waitFor();
  const unowned = page.locator('.filter').nth(2);
  await unowned.click();
  await page.locator('[role=row]').nth(2).click();
  await page.keyboard.press('Enter');
  await page.locator('.identity').waitFor();
  expect(await page.locator('.filter').nth(2).getAttribute('aria-pressed')).not.toBe('false');
  const opened = await page.evaluate(() => location.hash.split('/').pop());
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => location.hash === '#/desk');
  await page.waitForFunction(
    (row) => document.activeElement?.closest('[data-key]')?.getAttribute('data-key') === row,
    opened,
  );
  expect(await page.locator('.filter[data-selected]').count()).toBe(1);
  expect(await page.locator('.filter').nth(2).getAttribute('data-selected')).toBe('true');
  await page.close();
});
