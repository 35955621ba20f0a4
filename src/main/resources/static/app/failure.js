import { element } from './element.js';

/*
 * What is shown in place of an answer: what happened, in the words of the API, and what can be done about it.
 */

const TITLES = {
  'no-data-yet': 'History is being loaded',
  'store-down': 'The database does not answer',
  'not-covered': 'That lies before the stored history',
  'unknown-symbol': 'This symbol is not known',
  'unknown-venue': 'This venue is not known',
  'unknown-route': 'This service does not offer that',
  'bad-parameter': 'That cannot be asked for',
  unauthorized: 'This service answers to keys only, and the page has none',
  'rate-limited': 'That was asked too often',
  busy: 'The service is busy',
  unreachable: 'The service cannot be reached',
};

/** A panel about a problem. `again` asks anew, `usual` looks at what is usual. */
export function failurePanel(problem, again, usual) {
  const wait = problem.code === 'no-data-yet' ? element('div', { class: 'progress' }) : null;
  return element('section', { class: 'failure', role: 'alert', 'data-problem': problem.code },
    element('h2', {}, TITLES[problem.code] ?? 'This did not work'),
    element('p', {}, problem.message),
    problem.errors.length > 0 && element('ul', {}, problem.errors.map((error) => element('li', {},
      element('code', {}, error.parameter), ` ${error.message}. Allowed: ${error.allowed}.`))),
    wait,
    element('p', { class: 'actions' },
      element('button', { type: 'button', click: again }, 'Try again'),
      problem.status >= 400 && problem.status < 500
        && element('button', { type: 'button', click: usual }, 'Back to the usual map')),
    problem.requestId && element('p', { class: 'small' }, `Request ${problem.requestId}`));
}

