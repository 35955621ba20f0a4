import { element } from '../element.js';

/** Buttons of which one is pressed: a group of radio buttons, drawn as a strip. */
export function strip(legend, name, options, chosen, choose) {
  return element('fieldset', { class: 'strip' },
    element('legend', {}, legend),
    options.map(([value, label]) => {
      const input = element('input', { type: 'radio', name, value, change: () => choose(value) });
      input.checked = value === chosen;
      return element('label', {}, input, element('span', {}, label));
    }));
}

/** A list to choose one of. What is chosen is always in it, even if the list does not know it. */
export function menu(legend, name, options, chosen, choose) {
  const known = options.some(([value]) => value === chosen);
  const select = element('select', { name, change: () => choose(select.value) },
    (known ? options : [...options, [chosen, chosen]]).map(([value, label]) => element('option', { value }, label)));
  select.value = chosen;
  return element('label', { class: 'menu' }, element('span', {}, legend), select);
}

/** A list to choose several of; none chosen stands for all. */
export function checklist(legend, name, options, chosen, choose) {
  const boxes = options.map((value) => {
    const box = element('input', {
      type: 'checkbox',
      name,
      value,
      change: () => choose(boxes.filter((each) => each.checked).map((each) => each.value)),
    });
    box.checked = chosen.includes(value);
    return box;
  });
  const summary = chosen.length === 0 ? `all ${options.length}` : chosen.join(', ');
  return element('details', { class: 'checklist', 'data-name': name },
    element('summary', {}, element('span', {}, legend), element('b', {}, summary)),
    element('fieldset', {}, element('legend', {}, 'Only these; none ticked means all'),
      boxes.map((box) => element('label', {}, box, box.value))));
}
