#!/usr/bin/env node
import "../node_modules/@graphql-codegen/cli/esm/bin.js";
