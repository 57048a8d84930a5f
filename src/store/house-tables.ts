// The tables of rules and own codes.
import type { HouseEvent } from './house-records.ts';
import type { Place } from './records.ts';

interface TeamColumns {
  platform: Place['platform'];
  team: string;
}

export interface HouseTables {
  house_rule: TeamColumns & {
    code: number;
    text: string;
    link: string | null;
    set_by: string | null;
    set_at: number;
  };
  house_code: TeamColumns & {
    key: string;
    code: string;
    name: string;
    meaning: string;
    advice: string;
    status: number | null;
    link: string | null;
    aliases: string;
    set_by: string | null;
    set_at: number;
  };
  house_name: TeamColumns & { name: string; key: string };
  house_event: TeamColumns & {
    id: string;
    subject: string;
    what: HouseEvent['what'];
    text: string;
    link: string | null;
    done_by: string | null;
    done_at: number;
  };
}

/** Every table of it, for what is done with a team as a whole. */
export const houseTables = ['house_rule', 'house_code', 'house_name', 'house_event'] as const;
