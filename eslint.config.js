import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Chance, time and settings are handed in; these are the doors where they come from. */
const handedIn = [
  { object: 'Math', property: 'random', message: 'Randomness is handed in (src/random.ts).' },
  { object: 'Date', property: 'now', message: 'Time is handed in (src/clock.ts).' },
  { object: 'process', property: 'env', message: 'Settings are parsed once, in src/config.' },
];

/** They give up by the clock on the wall, which a busy machine breaks. */
const bounded = [
  { object: 'vi', property: 'waitFor' },
  { object: 'vi', property: 'waitUntil' },
  { object: 'expect', property: 'poll' },
].map((one) => ({ ...one, message: 'Wait by test/support/eventually.ts.' }));

export default defineConfig(
  globalIgnores(['dist', 'data', 'coverage', 'test-results', 'node_modules', 'playground/page']),
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.ts', 'conversations/**/*.ts', 'entities/**/*.ts'],
    rules: { 'no-restricted-properties': ['error', ...handedIn] },
  },
  {
    files: ['src/main.ts', 'src/cli/main.ts', 'src/clock.ts', 'src/random.ts', 'src/config/**/*.ts'],
    rules: { 'no-restricted-properties': 'off', 'no-console': 'off' },
  },
  {
    files: ['playground/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts', 'abuse-lab/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  { files: ['test/**/*.ts'], rules: { 'no-restricted-properties': ['error', ...bounded] } },
);
