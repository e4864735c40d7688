/** A failure that a person can mend: its message is one clear sentence and is shown without a stack. */
export class LaunchFailure extends Error {
  name = "LaunchFailure";
}

/** Says what went wrong with a file or folder, and how to mend it; any other error comes back as it is. */
export function explainFileError(error, path) {
  const sentences = {
    EROFS: `${path} is on a read-only file system: make it writable, or set DATA_DIR to a folder that is.`,
    EACCES: `${path} may not be written by this user: give it the right to, or set DATA_DIR to another folder.`,
    EPERM: `${path} may not be written by this user: give it the right to, or set DATA_DIR to another folder.`,
    ENOTDIR: `${path} cannot be made because a part of its path is a file: set DATA_DIR to another folder.`,
    EEXIST: `${path} is a file where a folder is needed: move it away, or set DATA_DIR to another folder.`,
    ENOSPC: `The disk that holds ${path} is full: free some space and start again; nothing was lost.`,
    EDQUOT: `The quota of the disk that holds ${path} is used up: free some space and start again; nothing was lost.`,
  };
  const sentence = sentences[error?.code];
  return sentence === undefined ? error : new LaunchFailure(sentence, { cause: error });
}

/** Whether a program complained of a full disk. */
export function tellsOfFullDisk(output) {
  return /No space left on device|Check free disk space|Disk quota exceeded/.test(output ?? "");
}
