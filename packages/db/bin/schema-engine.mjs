#!/usr/bin/env node
// Placeholder executable so that `prisma generate` does not fetch a binary.
