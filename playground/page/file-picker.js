import { element } from './elements.js';
import { words } from './words.js';

/** Lets somebody choose files of this device, and sends them. */
export function makeFilePicker(stage) {
  const node = element('input', {
    type: 'file',
    multiple: true,
    hidden: true,
    aria: { label: words.fileOfDevice },
  });
  node.onchange = async () => {
    const files = [...node.files];
    // The same file may be chosen again.
    node.value = '';
    for (const file of files) await stage.handOver(file);
  };
  return { node, open: () => node.click() };
}
