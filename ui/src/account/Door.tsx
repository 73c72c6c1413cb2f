import { Lock } from './Lock';
import { MeContext } from './me';
import { SignIn } from './SignIn';
import { useSession } from './use-session';
import { Frame } from '../frame/Frame';
import { UndoProvider } from '../shared/undo';
import { Failed, Loading } from '../shared/states';

/** Nothing of the desk is drawn before it is open. */
export function Door() {
  const { data: session, error, refetch } = useSession();
  if (error) return <Failed error={error} again={() => void refetch()} />;
  if (!session) return <Loading />;
  if (session.state === 'locked') return <Lock user={session.user} />;
  if (session.state === 'signed_out') return <SignIn session={session} />;
  return (
    <MeContext value={session.me}>
      <UndoProvider>
        <Frame />
      </UndoProvider>
    </MeContext>
  );
}
