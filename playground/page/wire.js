const againMs = 500;

/** Hears what one person sees on one messenger, anew after every change, until told to watch somebody else. */
export function makeWire({ onView, onLost }) {
  let source;
  let again;
  const watch = (role, messenger) => {
    clearTimeout(again);
    source?.close();
    source = new EventSource(`/events?role=${role}&messenger=${messenger}`);
    source.addEventListener('view', ({ data }) => onView(JSON.parse(data)));
    source.addEventListener('error', () => {
      // A browser gives up on a stage that answers but is not ready yet.
      if (source.readyState === EventSource.CLOSED) again = setTimeout(watch, againMs, role, messenger);
      onLost();
    });
  };
  return { watch };
}

/** Asks the stage to do something; what it says of it comes back. Throws a `Refused` when the stage does not do it. */
export const act = (path, body = {}) => post(path, 'application/json', JSON.stringify(body));

/** Hands a file over, the same. */
export const hand = (path, file) =>
  post(`${path}?name=${encodeURIComponent(file.name)}`, file.type || 'application/octet-stream', file);

async function post(path, type, body) {
  const response = await fetch(`/${path}`, { method: 'POST', headers: { 'content-type': type }, body });
  if (!response.ok) throw new Refused(response.status);
  return response.json();
}

/** The stage's no, with its HTTP status. */
class Refused extends Error {
  constructor(status) {
    super(`the stage answered ${status}`);
    this.status = status;
  }
}
