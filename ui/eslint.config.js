import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Words stand in `src/i18n`, never in a component. */
const noLiteralText = [
  { selector: 'JSXText[value=/\\p{L}/u]', message: 'Text belongs in src/i18n/*.ftl.' },
  {
    selector:
      'JSXAttribute[name.name=/^(aria-label|aria-description|title|placeholder|alt|label|description|textValue)$/] > Literal[value=/\\p{L}/u]',
    message: 'Text belongs in src/i18n/*.ftl.',
  },
  {
    selector: 'JSXExpressionContainer > Literal[value=/\\p{L}{2}/u]:not(JSXAttribute *)',
    message: 'Text belongs in src/i18n/*.ftl.',
  },
];

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'src/api/generated'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ...jsxA11y.flatConfigs.strict,
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'no-restricted-syntax': ['error', ...noLiteralText],
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['@tauri-apps/*'], message: 'Only src/api/call.ts is the door.' }] },
      ],
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 150, skipComments: true, skipBlankLines: true }],
      'no-console': 'error',
      // A screen that opens for one field may begin in it.
      'jsx-a11y/no-autofocus': ['error', { ignoreNonDOM: true }],
    },
  },
  { files: ['src/api/call.ts'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['**/*.test.{ts,tsx}', 'tests/**'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['scripts/**', '*.js'], languageOptions: { globals: globals.node } },
);
