/** Why a question was not answered, in the words of the API where it said any. */
export class Problem extends Error {
  constructor(status, body, retryAfterSeconds) {
    super(body?.detail ?? body?.title ?? 'The service does not answer.');
    this.status = status;
    this.code = body?.code ?? 'unreachable';
    this.errors = body?.errors ?? [];
    this.requestId = body?.requestId ?? null;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The address of a question; parameters that are null or empty are left out. */
export function addressOf(path, parameters = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value != null && value !== '') {
      query.set(name, value);
    }
  }
  // Commas and colons are allowed there and easier to read.
  const text = query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return text ? `${path}?${text}` : path;
}

/**
 * Asks the API.
 *
 * @returns {Promise<Object>} its answer
 * @throws {Problem} if there is none; an `AbortError` if `signal` was raised
 */
export async function ask(path, parameters, signal) {
  let response;
  try {
    response = await fetch(addressOf(path, parameters), { headers: { Accept: 'application/json' }, signal });
  } catch (error) {
    throw error.name === 'AbortError' ? error : new Problem(0, null, null);
  }
  const body = await response.json().catch(() => null);
  if (!response.ok || body === null) {
    throw new Problem(response.status, body, Number(response.headers.get('Retry-After')) || null);
  }
  return body;
}
