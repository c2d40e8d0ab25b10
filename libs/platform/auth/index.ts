export { CREDENTIAL_CHECK, ACTOR_DIRECTORY } from './ports';
export type { CredentialCheck, ActorDirectory, Person, SignInOutcome, Standing } from './ports';
export { registerSessions, sessionCookie } from './sessions';
export { signIn, signOut, AUTHENTICATOR } from './sign-in';
export type { AuthenticatorHolder } from './sign-in';
export { DefaultDenyGuard } from './default-deny.guard';
