// A demo platform of its own on a free port, with the messages that its persons got.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const program = join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), 'debug', 'platform');

async function until(ready, what, seconds = 60) {
  for (let tries = 0; tries < seconds * 10; tries += 1) {
    const found = ready();
    if (found) return found;
    await new Promise((go) => setTimeout(go, 100));
  }
  throw new Error(`${what} did not come in ${seconds} seconds`);
}

/** Starts it; `messages` are read anew at each call, the newest last. */
export async function startPlatform() {
  if (!existsSync(program)) throw new Error(`build it first: cargo build -p platform (${program})`);
  const data = mkdtempSync(join(tmpdir(), 'rida-portal-'));
  const address = join(data, 'address');
  const args = ['--data', data, '--lang', 'en'];
  const demo = join(root, 'crates', 'platform', 'demo');
  const setup = spawnSync(program, [...args, 'setup', '--demo', demo], { encoding: 'utf8' });
  if (setup.status !== 0) throw new Error(setup.stderr + setup.stdout);
  const serve = ['serve', '--bind', '127.0.0.1:0', '--address-file', address];
  const running = spawn(program, [...args, ...serve], { stdio: 'ignore' });
  await until(() => existsSync(address) && readFileSync(address, 'utf8').trim(), 'the platform');
  const outbox = join(data, 'outbox');
  const messages = () =>
    existsSync(outbox)
      ? readdirSync(outbox)
          .filter((name) => name.endsWith('.json'))
          .sort()
          .map((name) => JSON.parse(readFileSync(join(outbox, name), 'utf8')))
      : [];
  const asked = () => messages().filter((it) => it.word !== null);
  await until(() => asked().length >= 5, 'messages with a word');
  return {
    url: readFileSync(address, 'utf8').trim(),
    messages,
    asked,
    async stop() {
      const ended = new Promise((done) => running.once('exit', done));
      running.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}
