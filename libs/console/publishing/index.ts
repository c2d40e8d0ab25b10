// placeholder while the room is written
export function PublicationListPage() { return null; }
