import { openapiDoor } from '@/entry/openapi';
import { describedRoutes } from '../../described-routes';

export const GET = openapiDoor(describedRoutes);
