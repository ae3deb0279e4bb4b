// What a template says of a role, with all that it takes from other roles → the role's whole style.
import type { Role } from './roles.ts';
import type { StyleData, Template } from './template-shape.ts';
import type { RoleStyle } from './theme.ts';

export function styleOf(role: Role, template: Template, fault: (message: string) => undefined): RoleStyle | undefined {
  const data = inherited(role, template, [], fault);
  if (!data) return undefined;
  const { family, size, leading, code } = data;
  if (family === undefined) return fault(`The style ${role} has no family.`);
  if (size === undefined || leading === undefined) return fault(`The style ${role} has no ${size === undefined ? 'size' : 'leading'}.`);
  const faces = template.fonts.families[family];
  if (!faces) return fault(`The style ${role} has no family.`);
  return {
    role, faces, size, leading, colour: data.colour ?? template.colours['ink'] ?? { gray: 0 },
    tracking: data.tracking ?? 0, features: data.features ?? [], align: data.align ?? 'left', hyphenate: data.hyphenate ?? false,
    balanced: data.balanced ?? false, indent: data.indent ?? 0, protrude: data.protrude ?? false, underlineLinks: data.underlineLinks ?? true,
    code: code ?? { face: faces.regular, size }, before: data.before ?? 0, after: data.after ?? 0,
  };
}

/** A style's data over those it is `like`; going round in a circle is a fault. */
function inherited(role: string, template: Template, seen: readonly string[], fault: (message: string) => undefined): StyleData | undefined {
  if (seen.includes(role)) return fault(`The styles ${seen.join(', ')} are like each other in a circle.`);
  const own: StyleData | undefined = template.styles[role as Role];
  if (!own) return fault(`The style ${role} is missing.`);
  if (own.like === undefined) return own;
  const base = inherited(own.like, template, [...seen, role], fault);
  return base ? { ...base, ...own } : undefined;
}
