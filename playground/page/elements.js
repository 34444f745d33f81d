/** An element with properties and children. `on…` are listeners, `data` and `aria` are attributes; null children are left out. */
export function element(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) give(node, name, value);
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

function give(node, name, value) {
  if (value === null || value === undefined) return;
  if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
  else if (name === 'data') Object.assign(node.dataset, value);
  else if (name === 'aria')
    for (const [key, said] of Object.entries(value)) node.setAttribute(`aria-${key}`, said);
  else if (name in node) node[name] = value;
  else node.setAttribute(name, value);
}

/** Runs `render` only when what it shows has changed, so that nothing under somebody's finger is drawn anew. */
export function onlyWhenChanged(render) {
  let last;
  return (shown) => {
    const now = JSON.stringify(shown);
    if (now === last) return;
    last = now;
    render(shown);
  };
}

/**
 * Brings the children of `list` in line with `items`: what is unchanged stays, what is new is made, what is gone
 * leaves by way of the class `leaving`, whose animation ends it.
 */
export function keepList(list, items, { key, make }) {
  const standing = new Map(
    [...list.children]
      .filter((node) => !node.classList.contains('leaving'))
      .map((node) => [node.dataset.key, node]),
  );
  const fresh = [];
  items.forEach((item) => {
    const name = String(key(item));
    const signature = JSON.stringify(item);
    const old = standing.get(name);
    standing.delete(name);
    if (old?.dataset.signature === signature) return;
    const node = make(item);
    node.dataset.key = name;
    node.dataset.signature = signature;
    if (old) replace(old, node);
    else {
      list.append(node);
      fresh.push(node);
    }
  });
  for (const node of standing.values()) leave(node);
  return fresh;
}

/** What changes in its place does not arrive anew. */
function replace(old, node) {
  node.classList.add('old');
  old.replaceWith(node);
}

function leave(node) {
  node.classList.add('leaving');
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (still) node.remove();
  else node.addEventListener('animationend', () => node.remove(), { once: true });
}

/** Draws the children of `node` anew; whoever had the keyboard's focus among them keeps it in the same place. */
export function redraw(node, ...children) {
  const places = () => [...node.querySelectorAll('button, input, a, textarea, summary')];
  const focused = places().indexOf(document.activeElement);
  node.replaceChildren(...children);
  if (focused >= 0) places()[focused]?.focus();
}
