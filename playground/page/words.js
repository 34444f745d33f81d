import { words as english } from './words.en.js';
import { words as persian } from './words.fa.js';

const languages = { fa: persian, en: english };

/** The one chosen on this page; before that Persian where the browser is Persian, and English elsewhere. */
export const language =
  ['fa', 'en'].find((name) => name === localStorage.getItem('language')) ??
  (navigator.language.startsWith('fa') ? 'fa' : 'en');

export const words = languages[language];

/** Somebody's name in the letters of this language. */
export const nameOf = ({ name, latinName }) => (language === 'fa' ? name : latinName);

/** Begins the page anew in the other language, with the same person in the same chat. */
export function changeLanguage() {
  localStorage.setItem('language', language === 'fa' ? 'en' : 'fa');
  location.reload();
}
