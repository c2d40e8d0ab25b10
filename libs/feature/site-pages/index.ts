export { SitePagesModule } from './site-pages.module';
export { SiteErrorPages } from './site-error-pages';
export { registerSiteAssets } from './assets/site-assets';
