import { element } from './elements.js';

const svg = 'http://www.w3.org/2000/svg';

const paths = {
  attach:
    'M20 11.5l-8 8a5.2 5.2 0 0 1-7.4-7.4l8.5-8.5a3.5 3.5 0 0 1 5 5l-8.6 8.5a1.8 1.8 0 0 1-2.5-2.5l7.9-7.9',
  send: 'M21 12L4 4l3 8-3 8 17-8zM7 12h7',
  commands: 'M5 7h14M5 12h14M5 17h8',
  levers:
    'M4 7h9M17.500 7H20M4 17h2.500M11 17h9M15.200 9.200a2.200 2.200 0 1 0 0-4.400 2.200 2.200 0 0 0 0 4.400zM8.700 19.200a2.200 2.200 0 1 0 0-4.400 2.200 2.200 0 0 0 0 4.400z',
  menu: 'M12 5.5v.01M12 12v.01M12 18.5v.01',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7.5V12l3 2',
  restart: 'M4 12a8 8 0 1 1 2.6 5.9M4 19v-4.5h4.5',
  chat: 'M4 5.5h16v11H10l-4.5 4v-4H4z',
  phone: 'M7.5 2.5h9a1 1 0 0 1 1 1v17a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-17a1 1 0 0 1 1-1zM10.5 18.5h3',
  portal: 'M3.5 4.5h17v15h-17zM3.5 9h17M6.5 6.8v.01M9 6.8v.01',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.5-4 3-6 6.500-6s6 2 6.500 6M16 4.500a3.500 3.500 0 0 1 0 6.500M18 14.500c2 .8 3.200 2.600 3.500 5.500',
  lock: 'M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  link: 'M8 16L16.500 7.500M9.500 7.500h7v7',
  contact: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.500 20.500c.8-4 3.500-6 7.500-6s6.700 2 7.500 6',
  sticker: 'M4 4h16v9l-7 7H4zM13 20v-7h7M8.500 9v.01M14.500 9v.01M8.500 12.500c1 1.200 2 1.800 3.500 1.800',
  voice: 'M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM5.500 11a6.500 6.500 0 0 0 13 0M12 17.500V21',
  photo: 'M3.500 5h17v14h-17zM3.500 16l5-5 4.500 4.500 2.500-2.500 5 5M15.500 9v.01',
  location:
    'M12 21s7-6.500 7-11.500a7 7 0 0 0-14 0C5 14.500 12 21 12 21zM12 12a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z',
  poll: 'M5 20V10M12 20V4M19 20v-7',
  document: 'M6 3h8l5 5v13H6zM14 3v5h5',
  list: 'M6 3h8l5 5v13H6zM14 3v5h5M9.500 12.500h6M9.500 16.500h6',
  file: 'M4 5h6l2 2.500h8V19H4zM8 12h8M8 15.500h5',
  desk: 'M3.500 8h17M5 8v11M19 8v11M12 8v5h7M15 10.500h1.500M8 8V4.500h5V8',
  download: 'M12 4v11M7.500 11l4.500 4.500 4.500-4.500M5 19.500h14',
  write: 'M17 7L7 17M15.500 17H7V8.500',
  edit: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
  close: 'M6 6l12 12M18 6L6 18',
  forward: 'M14 6l6 5.500-6 5.500v-3.500c-5 0-8 1-10 4 .5-5 3.500-8.500 10-8.500z',
  block: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM5.600 5.600l12.800 12.800',
  eye: 'M2.500 12s3.500-6.500 9.500-6.500 9.500 6.500 9.500 6.500-3.500 6.500-9.500 6.500S2.500 12 2.500 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  once: 'M5 12.500l4 4L19 7',
  twice: 'M2 12.500l4 4L16 7M11 15.500l1.500 1.500L22 7',
};

/** One of the house's line icons, hidden from screen readers. */
export function icon(name) {
  const node = document.createElementNS(svg, 'svg');
  const path = document.createElementNS(svg, 'path');
  node.setAttribute('viewBox', '0 0 24 24');
  node.setAttribute('class', `icon icon-${name}`);
  node.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', paths[name]);
  node.append(path);
  return node;
}

/** A button that shows an icon and says `label`. */
export function iconButton(name, label, onclick) {
  return element(
    'button',
    { type: 'button', className: 'icon-button', title: label, aria: { label }, onclick },
    icon(name),
  );
}
