import { element } from './elements.js';
import { icon } from './icons.js';
import { words } from './words.js';

/** Files that are dropped on the chat are sent; those that miss it are not opened either. */
export function makeDropPlace(pane, stage) {
  const place = element(
    'div',
    { className: 'drop-place', hidden: true },
    element('p', {}, icon('document'), words.dropHere),
  );
  const show = (on) => (place.hidden = !on);
  const bringsFiles = ({ dataTransfer }) => dataTransfer?.types.includes('Files');
  addEventListener('dragover', (event) => {
    if (!bringsFiles(event)) return;
    event.preventDefault();
    show(pane.contains(event.target));
  });
  addEventListener('dragleave', ({ relatedTarget }) => relatedTarget ?? show(false));
  addEventListener('drop', async (event) => {
    if (!bringsFiles(event)) return;
    event.preventDefault();
    show(false);
    if (!pane.contains(event.target)) return;
    for (const file of [...event.dataTransfer.files]) await stage.handOver(file);
  });
  return place;
}
