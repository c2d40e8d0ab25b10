import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { BrokenPage, ComingPage, ConsoleFrame, HomePage, MissingPage, SearchPage } from '@prongsai/console/shell';

/** Every screen and the address it answers. Each room is fetched when its first screen is opened. */
export function makeRouter() {
  const root = createRootRoute({ component: ConsoleFrame, notFoundComponent: MissingPage });
  const at = (path: string, component: ReturnType<typeof lazyRouteComponent>) => createRoute({ getParentRoute: () => root, path, component });

  const requests = () => import('@prongsai/console/requests');
  const review = () => import('@prongsai/console/review');
  const publishing = () => import('@prongsai/console/publishing');
  const hours = () => import('@prongsai/console/hours');
  const people = () => import('@prongsai/console/people');
  const reports = () => import('@prongsai/console/reports');
  const province = () => import('@prongsai/console/province');

  return createRouter({
    routeTree: root.addChildren([
      createRoute({ getParentRoute: () => root, path: '/', component: HomePage }),
      createRoute({ getParentRoute: () => root, path: '/t/$slug/search', component: SearchPage }),
      at('/t/$slug', lazyRouteComponent(requests, 'MyWorkPage')),
      at('/t/$slug/requests', lazyRouteComponent(requests, 'RequestListPage')),
      at('/t/$slug/requests/$id', lazyRouteComponent(requests, 'RequestPage')),
      at('/t/$slug/decide', lazyRouteComponent(review, 'SeveralPage')),
      at('/t/$slug/publications', lazyRouteComponent(publishing, 'PublicationListPage')),
      at('/t/$slug/publications/ending', lazyRouteComponent(publishing, 'EndingPage')),
      at('/t/$slug/publications/checks', lazyRouteComponent(publishing, 'ChecksPage')),
      at('/t/$slug/publications/down', lazyRouteComponent(publishing, 'DownPage')),
      at('/t/$slug/publications/$id', lazyRouteComponent(publishing, 'PublicationPage')),
      at('/t/$slug/people', lazyRouteComponent(people, 'PeoplePage')),
      at('/t/$slug/hours', lazyRouteComponent(hours, 'HoursPage')),
      at('/t/$slug/notices', lazyRouteComponent(people, 'NoticesPage')),
      at('/t/$slug/notices/settings', lazyRouteComponent(people, 'NoticeSettingsPage')),
      at('/t/$slug/notices/mails', lazyRouteComponent(people, 'MailsPage')),
      at('/n/$network/notice-settings', lazyRouteComponent(people, 'NoticeSettingsPage')),
      at('/t/$slug/audit', lazyRouteComponent(people, 'AuditPage')),
      at('/t/$slug/reports', lazyRouteComponent(reports, 'ReportListPage')),
      at('/t/$slug/reports/$fiscalYear/$round', lazyRouteComponent(reports, 'ReportPage')),
      at('/t/$slug/reports/$fiscalYear/$round/counted', lazyRouteComponent(reports, 'CountedPage')),
      at('/t/$slug/compliance', lazyRouteComponent(reports, 'CompliancePage')),
      at('/n/$network', lazyRouteComponent(province, 'ProvincePage')),
      at('/n/$network/reports', lazyRouteComponent(province, 'ReportBoardPage')),
      at('/n/$network/rounds', lazyRouteComponent(province, 'RoundsPage')),
      at('/n/$network/holidays', lazyRouteComponent(province, 'HolidaysPage')),
      at('/n/$network/open', lazyRouteComponent(province, 'OpenTenantPage')),
      at('/n/$network/open/$id', lazyRouteComponent(province, 'OpeningPage')),
      at('/n/$network/units', lazyRouteComponent(province, 'UnitsPage')),
      at('/n/$network/units/$id', lazyRouteComponent(province, 'NetworkUnitPage')),
      at('/n/$network/requirements/$id', lazyRouteComponent(province, 'RequirementPage')),
    ]),
    defaultErrorComponent: BrokenPage,
    defaultPendingComponent: ComingPage,
    defaultPendingMs: 300,
    scrollRestoration: true,
  });
}
