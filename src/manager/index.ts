// Puts the parts together: a manager holds servers, runs scenarios on them and removes everything again.
export {
  type Announcement,
  announce,
  announcementFolder,
  runningManagers,
} from "./announcement.ts";
export { type DaemonProcess, runDaemon } from "./daemon.ts";
export { Manager, type ManagerOptions } from "./manager.ts";
