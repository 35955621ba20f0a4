import { addressOf } from './api.js';

/*
 * The event stream. The browser reconnects by itself after a break; where the service refuses, it is asked again here.
 */

const EVENTS = ['price', 'map', 'liquidation'];
const RETRY_MS = 5_000;

/**
 * Follows a market.
 *
 * @param {Object} parameters which
 * @param {Object} on `connection(live)` when the stream begins or breaks, and `price`, `map` and `liquidation` with
 *     what each event says
 * @returns {Function} stops following
 */
export function follow(parameters, on) {
  let source;
  let retry;
  const connect = () => {
    source = new EventSource(addressOf('/api/stream', { ...parameters, events: EVENTS.join(',') }));
    source.onopen = () => on.connection(true);
    source.onerror = () => {
      on.connection(false);
      if (source.readyState === EventSource.CLOSED) {
        retry = setTimeout(connect, RETRY_MS);
      }
    };
    for (const name of EVENTS) {
      source.addEventListener(name, (event) => on[name](JSON.parse(event.data)));
    }
  };
  connect();
  return () => {
    clearTimeout(retry);
    source.close();
  };
}
