export { Category, CategoryProfile, RequirementGroup, TenantProfile } from './category.entity';
export { CategoryReader } from './category.reader';
export { AssignProfile, defaultProfileOf } from './assign-profile.verb';
export { loadProfiles } from './load-profiles';
export { TaxonomyModule } from './taxonomy.module';
