// placeholder while the room is written
export function PeoplePage() { return null; }
export function NoticesPage() { return null; }
export function AuditPage() { return null; }
