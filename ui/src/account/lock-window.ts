import { call } from '../api/commands';
import { flushAll } from '../shared/use-saved-text';

/** What is typed is saved first: a locked desk takes nothing. */
export async function lockWindow() {
  await flushAll();
  return call('lock', {});
}
