import * as z from 'zod';

const numberLike = z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/, 'Must be a number')]);

const types = ['file', 'location', 'picture', 'voice', 'text', 'video', 'audio', 'contact', 'animation'] as const;

/** vendors/smartsender.md §Send. Fields of another type are accepted and have no effect. */
const fields = z.strictObject({
  type: z.enum(types),
  watermark: numberLike,
  content: z.string().optional(),
  media: z.url({ protocol: /^https?$/ }).optional(),
  title: z.string().optional(),
  latitude: numberLike.optional(),
  longitude: numberLike.optional(),
  fullName: z.string().optional(),
  phoneNumber: z.string().optional(),
});

export type SendBody = z.output<typeof fields>;

const required: Record<SendBody['type'], readonly (keyof SendBody)[]> = {
  text: ['content'],
  location: ['title', 'latitude', 'longitude'],
  contact: ['fullName', 'phoneNumber'],
  file: ['media'],
  picture: ['media'],
  voice: ['media'],
  video: ['media'],
  audio: ['media'],
  animation: ['media'],
};

export const sendBody = fields.superRefine((body, issues) => {
  for (const name of required[body.type]) {
    if (body[name] !== undefined && body[name] !== '') continue;
    issues.addIssue({ code: 'custom', path: [name], message: `Required for the type ${body.type}` });
  }
});
