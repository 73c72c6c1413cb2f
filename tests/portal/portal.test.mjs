// The person's page in a real browser, in both languages, against the real platform.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { faults, picture, plantPoorContrast, scrambled, startBrowser } from './browser.mjs';
import { startPlatform } from './platform.mjs';

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 700 };

let platform;
let browser;
const waiting = [];

before(async () => {
  platform = await startPlatform();
  browser = await startBrowser();
  // Some of the demo's persons have given their word, or their case went on since.
  const { page, close } = await visit();
  const newest = new Map(platform.asked().map((it) => [it.reference, it]));
  for (const message of newest.values()) {
    await enter(page, message, 'ar');
    if (await page.locator('#solved').count()) waiting.push(message);
  }
  await close();
  assert.ok(waiting.length >= 3, `${waiting.length} cases wait for their person's word`);
});

after(async () => {
  await browser?.close();
  await platform?.stop();
});

async function visit(options = {}) {
  const context = await browser.newContext({ viewport: WIDE, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const foreign = [];
  page.on('request', (it) => {
    if (!it.url().startsWith(platform.url)) foreign.push(it.url());
  });
  return { page, foreign, close: () => context.close() };
}

async function enter(page, message, language) {
  await page.goto(`${platform.url}/c?reference=${message.reference}&lang=${language}`);
  await page.fill('#code', message.code);
  await page.press('#code', 'Enter');
  await page.waitForURL('**/c/case?*');
}

async function sound(page, name) {
  assert.deepEqual(await faults(page), [], name);
  assert.deepEqual(await scrambled(page), [], name);
  await picture(page, name);
}

for (const language of ['ar', 'en']) {
  test(`dark, narrow and forced colours, in ${language}`, async () => {
    const message = waiting[0];
    for (const [name, options] of [
      ['dark', { colorScheme: 'dark' }],
      ['narrow', { viewport: NARROW }],
      ['forced', { forcedColors: 'active' }],
    ]) {
      const { page, close } = await visit(options);
      await enter(page, message, language);
      assert.deepEqual(await faults(page), [], name);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= (options.viewport ?? WIDE).width, `${name} scrolls sideways`);
      await picture(page, `${language}-case-${name}`);
      await close();
    }
  });
}

test('the page in Arabic is the mirror image of the page in English', async () => {
  const message = waiting[0];
  const { page, close } = await visit();
  await enter(page, message, 'ar');
  const marks = ['.bar', '.stage', 'section.ask', '#hours', 'footer a', 'section.ask button'];
  const edges = () => Promise.all(marks.map((it) => page.locator(it).first().boundingBox()));
  const arabic = await edges();
  await page.goto(`${platform.url}/c/case?lang=en`);
  const english = await edges();
  marks.forEach((mark, at) => {
    const fromEnd = WIDE.width - arabic[at].x - arabic[at].width;
    const apart = Math.abs(fromEnd - english[at].x);
    assert.ok(apart <= 2, `${mark} stands ${apart} px from its mirror image`);
  });
  await close();
});

test('the check of contrast can fail, in Arabic too', async () => {
  const { page, close } = await visit();
  await page.goto(`${platform.url}/c`);
  await plantPoorContrast(page);
  const found = await faults(page);
  assert.ok(found.some((it) => it.startsWith('color-contrast')), found.join('\n'));
  await close();
});

for (const language of ['ar', 'en']) {
  test(`the whole way from the message to the receipt, in ${language}`, async () => {
    const message = waiting.shift();
    const { page, foreign, close } = await visit();
    await page.goto(`${platform.url}/demo/messages?lang=${language}`);
    await sound(page, `${language}-messages`);
    await page.goto(`${platform.url}/c?reference=${message.reference}&lang=${language}`);
    await sound(page, `${language}-door`);
    await page.fill('#code', '00000-00000-00000-00000');
    await page.press('#code', 'Enter');
    await page.waitForSelector('[role=alert]');
    await sound(page, `${language}-door-wrong`);
    await enter(page, message, language);
    assert.equal(await page.getAttribute('html', 'dir'), language === 'ar' ? 'rtl' : 'ltr');
    await sound(page, `${language}-case`);
    await page.check('input[value=not_solved]');
    await page.fill('#text', 'لم يصل المبلغ بعد');
    await page.fill('#word', message.code);
    await page.click('section.ask button');
    await page.waitForSelector('[role=alert]');
    assert.equal(await page.inputValue('#text'), 'لم يصل المبلغ بعد');
    await sound(page, `${language}-case-wrong-word`);
    await page.fill('#word', message.word);
    await page.click('section.ask button');
    await page.waitForURL('**/c/case/receipt?*');
    await sound(page, `${language}-receipt`);
    await page.click('main a.button');
    await page.waitForURL('**/c/case?*');
    assert.equal(await page.locator('#solved').count(), 0, 'it was said');
    await sound(page, `${language}-case-again`);
    await page.click('header button');
    await page.waitForSelector('h1');
    await sound(page, `${language}-left`);
    await page.goto(`${platform.url}/c/case?lang=${language}`);
    assert.ok(page.url().includes('/c?'), 'the page is closed');
    await page.goto(`${platform.url}/c/accessibility?lang=${language}`);
    await sound(page, `${language}-accessibility`);
    assert.deepEqual(foreign, [], 'nothing leaves the platform');
    await close();
  });
}

test('with the keyboard alone and without script, solved closes the case', async () => {
  const message = waiting.shift();
  const { page, close } = await visit({ javaScriptEnabled: false });
  await page.goto(`${platform.url}/c?reference=${message.reference}`);
  await page.focus('#code');
  await page.keyboard.type(message.code);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/c/case?*');
  await page.focus('input[value=solved]');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.type('شكرًا');
  await page.keyboard.press('Tab');
  await page.keyboard.type(message.word.toLowerCase());
  await page.keyboard.press('Enter');
  await page.waitForURL('**/c/case/receipt?*');
  await picture(page, 'ar-receipt-solved');
  await page.click('main a.button');
  await page.waitForURL('**/c/case?*');
  assert.equal(await page.locator('.stage.confirmed').count(), 1);
  await close();
});
