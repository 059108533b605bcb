import { ensureClient } from './build';
import { speakTo } from './voice';

// Types and tests read the generated client; a build is not needed for them.
await ensureClient(process.cwd(), speakTo(process.stdout));
