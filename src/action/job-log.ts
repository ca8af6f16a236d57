import { forJobLog } from "../text/index.ts";

/** The one way from the action to the job log. */
export interface JobLog {
  /** Our own words, which may quote others: whole lines, neutralised. */
  say(text: string): void;
  /** Words of servers, containers and builds: neutralised, and commands are stopped around them. */
  foreign(text: string): void;
}

/** `newToken` yields 128 random bits per block: who wrote the text cannot know what ends the block. */
export function createJobLog(write: (text: string) => void, newToken: () => string): JobLog {
  const say = (text: string) => write(`${forJobLog(text)}\n`);
  return {
    say,
    foreign(text) {
      const token = newToken();
      write(`::stop-commands::${token}\n`);
      try {
        say(text);
      } finally {
        write(`::${token}::\n`);
      }
    },
  };
}
