/** Words, bar and points share these columns in every line, so that the bars start from one zero line. */
export const REASON_COLUMNS =
  "grid grid-cols-[minmax(0,1fr)_4.5rem] items-center gap-x-4 gap-y-1 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)_4.5rem]";
