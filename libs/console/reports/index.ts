// placeholder while the room is written
export function ReportListPage() { return null; }
export function ReportPage() { return null; }
export function CompliancePage() { return null; }
