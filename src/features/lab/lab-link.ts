import type { ComponentType, ReactNode } from 'react';

/** A link to a lab's own page; the app knows its address. */
export type LabLink = ComponentType<{ readonly kind: string; readonly children: ReactNode }>;
