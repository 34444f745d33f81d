/** Hears what one person sees on one messenger, anew after every change, until told to watch somebody else. */
export function makeWire({ onView, onLost }) {
  let source;
  return {
    watch(role, messenger) {
      source?.close();
      source = new EventSource(`/events?role=${role}&messenger=${messenger}`);
      source.addEventListener('view', ({ data }) => onView(JSON.parse(data)));
      source.addEventListener('error', onLost);
    },
  };
}

/** Asks the stage to do something; what it says of it comes back. Throws when the stage does not do it. */
export async function act(path, body = {}) {
  const response = await fetch(`/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`the stage answered ${response.status}`);
  return response.json();
}
