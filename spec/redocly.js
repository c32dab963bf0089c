// Redocly with its telemetry and update notice off, in a way that works in every shell.
process.env.REDOCLY_TELEMETRY = "off";
process.env.REDOCLY_SUPPRESS_UPDATE_NOTICE = "true";

await import("@redocly/cli/bin/cli.js");
