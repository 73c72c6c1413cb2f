import { defineConfig } from 'vitest/config';

/** The built interface in a real Chromium, over a stubbed door. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/browser/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
