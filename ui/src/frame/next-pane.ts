/** The parts of the window that F6 goes around, in reading order. */
const parts = '.rail, .pane-list, .pane-main, .pane-side, .page, .status';
const focusable =
  'a[href], button:not([disabled]), input, textarea, [role="grid"], [tabindex="0"]:not([role="separator"])';

function enter(part: Element): boolean {
  const inside = [...part.querySelectorAll<HTMLElement>(focusable)];
  const target = inside.find((element) => element.tabIndex >= 0);
  if (target) target.focus();
  return target !== undefined;
}

/** Moves the focus into the next part of the window. */
export function nextPane() {
  const all = [...document.querySelectorAll(parts)];
  const here = all.findIndex((part) => part.contains(document.activeElement));
  for (let step = 1; step <= all.length; step += 1) {
    const part = all[(here + step + all.length) % all.length];
    if (part && enter(part)) return;
  }
}
