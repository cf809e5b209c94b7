import { type NativeGroup, type ReportDrift, readEntity } from '@anyinbox/core/provider';
import { needed } from './mapping-context.ts';
import { groupSchema } from './schemas.ts';

/** vendors/blinger.md §Operators, operators/groups. One without a title is named by its id. */
export function toGroup(raw: unknown, reportDrift: ReportDrift): NativeGroup {
  const group = readEntity('group', groupSchema, raw, reportDrift);
  const id = needed(group.id, 'group', 'id');
  return { id, name: group.title || id, raw };
}
