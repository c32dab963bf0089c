#!/usr/bin/env node
// Committed, so that installing a workspace can link the command before it is built.
import "../dist/cli.js";
