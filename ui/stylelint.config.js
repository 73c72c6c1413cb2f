const rawSizes = ['px', 'rem', 'em', 'pt', 'cm', 'mm', 'in', 'ms', 's'];

export default {
  extends: ['stylelint-config-standard'],
  plugins: ['stylelint-use-logical'],
  rules: {
    'csstools/use-logical': 'always',
    'color-no-hex': true,
    'color-named': 'never',
    'function-disallowed-list': ['rgb', 'rgba', 'hsl', 'hsla', 'oklch', 'light-dark'],
    'unit-disallowed-list': [rawSizes, { ignoreMediaFeatureNames: { px: ['width', 'height'] } }],
    'declaration-property-value-disallowed-list': {
      'text-align': ['left', 'right'],
      float: ['left', 'right'],
      'letter-spacing': ['/.*/'],
      'font-style': ['italic', 'oblique'],
    },
    'declaration-no-important': true,
    'selector-class-pattern': null,
    'no-descending-specificity': null,
  },
  overrides: [
    {
      files: ['src/styles/tokens.css'],
      rules: {
        'function-disallowed-list': null,
        'unit-disallowed-list': null,
      },
    },
  ],
};
