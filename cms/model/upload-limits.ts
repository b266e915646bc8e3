/** What an editor may put into an entry, in bytes. All of it is held in memory until the checks have passed: nothing before is written. */
export const UPLOAD_LIMITS = {
  /** One attachment. */
  file: 50_000_000,
  /** All that one save brings. */
  save: 100_000_000,
  /** All attachments of an entry. */
  entry: 200_000_000,
} as const;

/** The words for a save that brings too much. */
export const TOO_MUCH_AT_ONCE = `一次最多保存 ${UPLOAD_LIMITS.save / 1_000_000} MB。附件分几次放，每放一些就保存一次。`;

/** Names of files that a browser or the system runs when somebody opens them, or that a web server takes for pages or programs, some of them although another extension follows. */
export const RUNS_WHEN_OPENED = new RegExp(
  `\\.(?:${[
    's?html?|xhtml?|xht|mht|mhtml|m?js|cjs|css|wasm|htc|swf|svgz|xslt?|xul|rss|atom|rdf',
    'php\\d?|phtml|phar|jspx?|aspx?|do|cgi|pl',
    'exe|com|bat|cmd|ps1|psm1|vbs|vbe|jse|wsf|wsh|msi|dll|scr|cpl|pif|sct|scf|jar|hta|lnk|url|reg|chm|sh|py|apk|app|iso|dmg|deb|rpm',
  ].join('|')})$|\\.(?:php\\d?|phtml|phar|shtml|jspx?|aspx?|cgi)\\.`,
  'iu',
);
