import { createProjectGraphAsync } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

// The boundary rule reads the cached project graph and silently skips itself without one: make it first.
process.env.NX_DAEMON ??= 'false';
await createProjectGraphAsync({ exitOnError: false, resetDaemonClient: true });

/** The table of rooms in docs/architecture.md, as the linter knows it. */
const domains = {
  audit: [],
  tenant: ['audit'],
  people: ['tenant', 'audit'],
  taxonomy: ['tenant', 'audit'],
  files: ['tenant', 'people', 'audit'],
  'personal-data': ['tenant', 'files', 'audit'],
  publishing: ['tenant', 'taxonomy', 'files', 'people', 'audit'],
  requests: ['tenant', 'people', 'taxonomy', 'files', 'personal-data', 'publishing', 'audit'],
  compliance: ['tenant', 'taxonomy', 'audit'],
  hours: ['tenant', 'audit'],
  reporting: ['tenant', 'people', 'taxonomy', 'publishing', 'requests', 'compliance', 'audit'],
  papers: ['tenant', 'people', 'taxonomy', 'files', 'publishing', 'requests', 'reporting', 'compliance', 'audit'],
};

/** Platform rooms that may lean on other platform rooms. */
const platforms = {
  config: [],
  db: ['config'],
  http: ['config', 'db', 'access'],
  auth: ['config', 'db', 'http', 'access'],
  access: [],
  storage: ['config'],
  mail: ['config'],
  pdf: [],
  jobs: ['config', 'db'],
  observability: ['config', 'db', 'http', 'access'],
};

const rooms = (names) => names.map((name) => `room:${name}`);

/** Boundary rules; specs may lean on the testing rooms as well. */
function boundaries(alsoAllowed) {
  const only = (...tags) => [...tags, ...alsoAllowed];
  return [
    'error',
    {
      enforceBuildableLibDependency: false,
      allow: [],
      // A room's spec leans on the testing rooms, which lean on the room: no cycle that is ever built.
      ignoredCircularDependencies: alsoAllowed.length > 0 ? [['tag:type:testing', '*']] : [],
      depConstraints: [
        { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['*'] },
        { sourceTag: 'type:feature', onlyDependOnLibsWithTags: only('type:domain', 'type:platform', 'type:kernel') },
        { sourceTag: 'type:domain', onlyDependOnLibsWithTags: only('type:domain', 'type:platform', 'type:kernel') },
        { sourceTag: 'type:platform', onlyDependOnLibsWithTags: only('type:platform', 'type:kernel') },
        { sourceTag: 'type:kernel', onlyDependOnLibsWithTags: only('type:kernel') },
        { sourceTag: 'type:console', onlyDependOnLibsWithTags: only('type:console', 'type:kernel') },
        { sourceTag: 'type:testing', onlyDependOnLibsWithTags: ['type:testing', 'type:feature', 'type:domain', 'type:platform', 'type:kernel'] },
        ...Object.entries(domains).map(([name, may]) => ({
          sourceTag: `room:${name}`,
          onlyDependOnLibsWithTags: only('type:platform', 'type:kernel', ...rooms(may)),
        })),
        ...Object.entries(platforms).map(([name, may]) => ({
          sourceTag: `room:${name}`,
          onlyDependOnLibsWithTags: only('type:kernel', ...rooms(may)),
        })),
      ],
    },
  ];
}

export default tseslint.config(
  { ignores: ['dist', 'node_modules', '.nx', '.data', 'coverage', '**/*.mjs', '**/*.cjs'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommended],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': boundaries([]),
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'off',
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['@nestjs/passport'], message: 'Browser sessions go through @fastify/passport in platform/auth.' }] },
      ],
    },
  },
  {
    files: ['libs/**/*.ts', 'libs/**/*.tsx'],
    ignores: ['libs/platform/db/**', 'libs/testing/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'typeorm', importNames: ['DataSource', 'getRepository'], message: 'Only platform/db holds the DataSource; ask TenantTransaction for its manager.' },
            { name: '@nestjs/typeorm', message: 'Repositories take their manager from TenantTransaction (platform/db).' },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.spec.ts', '**/*.spec.tsx'],
    rules: { '@nx/enforce-module-boundaries': boundaries(['type:testing']) },
  },
);
