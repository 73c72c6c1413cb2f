import { createContext } from 'react';

/** The case that is open beside the list. */
export const OpenRow = createContext<string | undefined>(undefined);
