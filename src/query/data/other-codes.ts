// Who else numbers errors and replies, by the words that stand beside such a number.

interface OtherCodes {
  /** Completes "That is …". */
  readonly is: string;
  readonly words: readonly string[];
  /** The digits such a number has. */
  readonly numbers: RegExp;
}

export const otherCodes: readonly OtherCodes[] = [
  {
    is: 'a reply code of FTP',
    words: ['ftp', 'ftps', 'sftp', 'vsftpd', 'proftpd', 'filezilla'],
    numbers: /^[1-6]\d\d$/,
  },
  {
    is: 'a reply code of mail servers (SMTP)',
    words: ['smtp', 'esmtp', 'smtpd', 'postfix', 'sendmail', 'exim'],
    numbers: /^[2-5]\d\d$/,
  },
  {
    is: 'a response code of SIP, the protocol of telephony',
    words: ['sip', 'voip', 'asterisk', 'freeswitch'],
    numbers: /^[1-6]\d\d$/,
  },
  // A process has one byte to say how it ended.
  {
    is: 'the exit code of a process',
    words: ['exit', 'exited', 'exits', 'exitcode'],
    numbers: /^(?:\d\d?|1\d\d|2[0-4]\d|25[0-5])$/,
  },
  { is: 'a signal of the operating system', words: ['signal', 'sigkill', 'sigterm', 'sigsegv'], numbers: /^\d\d?$/ },
  { is: 'an error number of the operating system (errno)', words: ['errno', 'os'], numbers: /^\d{1,5}$/ },
  { is: 'a status of gRPC', words: ['grpc'], numbers: /^\d\d?$/ },
  { is: 'a close code of WebSocket', words: ['websocket', 'websockets', 'ws', 'wss'], numbers: /^[14]\d{3}$/ },
  {
    is: 'an error number of the database',
    words: ['mysql', 'mariadb', 'postgres', 'postgresql', 'oracle', 'ora', 'sqlstate', 'mssql'],
    numbers: /^\d{4,5}$/,
  },
];
