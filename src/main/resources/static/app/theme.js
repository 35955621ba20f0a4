import { element } from './element.js';

/*
 * Light or dark: as the system has it, unless the reader says otherwise. The colours themselves are in
 * style/theme.css, and the charts read them from there.
 */

const KEPT = 'theme';
const CHOICES = ['system', 'dark', 'light'];
const system = matchMedia('(prefers-color-scheme: light)');
const listeners = new Set();

const chosen = () => (CHOICES.includes(localStorage.getItem(KEPT)) ? localStorage.getItem(KEPT) : 'system');

function apply() {
  const choice = chosen();
  const light = choice === 'light' || (choice === 'system' && system.matches);
  document.documentElement.dataset.theme = light ? 'light' : 'dark';
  listeners.forEach((listener) => listener());
}

/** Makes a button go round the choices. */
export function themeButton(button) {
  const say = () => {
    button.replaceChildren(element('span', {}, 'Theme: '), chosen());
    button.setAttribute('aria-label', `Theme: ${chosen()}`);
  };
  button.addEventListener('click', () => {
    localStorage.setItem(KEPT, CHOICES[(CHOICES.indexOf(chosen()) + 1) % CHOICES.length]);
    apply();
    say();
  });
  say();
}

/** Calls back after the colours have changed. */
export const whenThemed = (listener) => listeners.add(listener);

/** A colour of the theme by its name in the style sheet. */
export const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

system.addEventListener('change', apply);
apply();
