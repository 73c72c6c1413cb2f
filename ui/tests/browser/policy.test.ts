import { afterAll, beforeAll, expect, test } from 'vitest';
import { reach, screens } from './screens';
import { testWindow, type TestWindow } from './window';

let window_: TestWindow;
beforeAll(async () => {
  window_ = await testWindow();
});
afterAll(() => window_.close());

test.each(screens.map((screen) => [screen.name, screen] as const))(
  'nothing leaves the window, nothing breaks its policy, nothing fails unseen: %s',
  async (_, screen) => {
    const page = await window_.open('/settings', screen.door());
    const seen: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith('http://127.0.0.1:')) seen.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error') seen.push(message.text());
    });
    page.on('pageerror', (error) => seen.push(error.message));
    await page.evaluate((path) => {
      location.hash = path;
    }, screen.path);
    await reach(screen, page);
    expect(seen).toEqual([]);
    await page.close();
  },
);
