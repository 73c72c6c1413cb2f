/**
 * The only door to the commands of Rust, and the only file that imports Tauri. In tests a stub
 * stands in its place, so that the built interface runs in a plain browser.
 */
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';

export interface Door {
  call: (command: string, input: Record<string, unknown>) => Promise<unknown>;
  /** Hears an event until the answer is called. */
  hear: (event: string, heard: (payload: unknown) => void) => () => void;
}

const tauri: Door = {
  call: (command, input) => invoke(command, input),
  hear: (event, heard) => {
    const stop = listen(event, ({ payload }) => heard(payload));
    return () => void stop.then((stopNow) => stopNow());
  },
};

function door(): Door {
  return window.__RIDA_STUB__ ?? tauri;
}

/** Asks Rust. Throws what it answers: a refusal or trouble with its code, or a failure with its id. */
export async function ask<Answer>(command: string, input: object): Promise<Answer> {
  return (await door().call(command, { ...input })) as Answer;
}

/** Hears what Rust tells unasked, until the answer is called. */
export function hear(event: string, heard: (payload: unknown) => void): () => void {
  return door().hear(event, heard);
}
