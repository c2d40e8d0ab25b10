// placeholder while the room is written
export function ProvincePage() { return null; }
export function ReportBoardPage() { return null; }
export function RoundsPage() { return null; }
export function OpenTenantPage() { return null; }
