// placeholder while the room is written
export function MyWorkPage() { return null; }
export function RequestListPage() { return null; }
export function NewRequestPage() { return null; }
export function RequestPage() { return null; }
