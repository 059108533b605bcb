import { redirect } from 'next/navigation';
import { maybeSignedIn } from '@/entry/page';
import { landingPath } from '@/entry/session';
import { Landing } from './landing';

/** Who we are; somebody signed in goes on to their workspace. */
export default async function HomePage() {
  const person = await maybeSignedIn();
  if (person) redirect(await landingPath(person.userId, null));
  return <Landing />;
}
