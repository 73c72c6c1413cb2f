import type { ZonedDateTime } from '@internationalized/date';
import { CalendarDays } from 'lucide-react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Label,
  Popover,
} from 'react-aria-components';
import { ChevronLeft, ChevronRight } from 'lucide-react';

interface MomentFieldProps {
  label: string;
  value: ZonedDateTime;
  onChange: (value: ZonedDateTime) => void;
  /** The smallest part that is asked for. */
  part?: 'minute' | 'day';
}

/** A date and a time, or the date alone, in the calendar of the settings and the zone of the agency. */
export function MomentField({ label, value, onChange, part = 'minute' }: MomentFieldProps) {
  return (
    <DatePicker
      className="field"
      value={value}
      granularity={part}
      hourCycle={24}
      hideTimeZone
      onChange={(chosen) => {
        if (chosen) onChange(chosen);
      }}
    >
      <Label>{label}</Label>
      <Group className="input moment">
        <DateInput className="moment-parts">
          {(segment) => <DateSegment segment={segment} className="moment-part" />}
        </DateInput>
        <Button className="button button-bare button-small">
          <CalendarDays aria-hidden />
        </Button>
      </Group>
      <Popover className="popover">
        <Dialog className="calendar">
          <Calendar>
            <header className="calendar-head">
              <Button slot="previous" className="button button-bare button-small">
                <ChevronLeft aria-hidden className="flips" />
              </Button>
              <Heading />
              <Button slot="next" className="button button-bare button-small">
                <ChevronRight aria-hidden className="flips" />
              </Button>
            </header>
            <CalendarGrid>
              {(date) => <CalendarCell date={date} className="calendar-day" />}
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}
