/*
 * What opens above the page closes as people expect: by Escape, which returns to where it was opened from, and by a
 * press elsewhere.
 */

const OPEN = 'details.command[open], details.checklist[open]';

/** Makes them do so. */
export function closePopovers() {
  document.addEventListener('keydown', (event) => {
    const open = event.key === 'Escape' && document.activeElement?.closest(OPEN);
    if (open) {
      open.open = false;
      open.querySelector('summary').focus();
    }
  });
  document.addEventListener('pointerdown', (event) => document.querySelectorAll(OPEN).forEach((each) => {
    if (!each.contains(event.target)) {
      each.open = false;
    }
  }));
}
