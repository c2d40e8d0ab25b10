/** ES-module-only packages that must be turned into CommonJS before Jest can load them. */
const esmOnly = ['preact', 'file-type', 'strtok3', 'token-types', 'uint8array-extras', '@tokenizer', '@borewit', '@sindresorhus'];

module.exports = {
  rootDir: __dirname,
  testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/libs/**/*.spec.tsx', '<rootDir>/apps/**/*.spec.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
  moduleNameMapper: { '^@prongsai/(.*)$': '<rootDir>/libs/$1' },
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'js', 'json', 'node'],
  testEnvironment: 'node',
  // A busy machine must not fail what an idle one passes; nothing here is about speed.
  testTimeout: 30_000,
  testEnvironmentOptions: { customExportConditions: ['node', 'require', 'module-sync', 'default'] },
  transform: {
    '^.+\\.(t|j|mj)sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic', importSource: 'preact' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  globalSetup: '<rootDir>/libs/testing/db/global-setup.ts',
  globalTeardown: '<rootDir>/libs/testing/db/global-teardown.ts',
};
