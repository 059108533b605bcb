#!/bin/sh
set -eu
case "$1" in
  web) exec node --enable-source-maps dist/server.js ;;
  worker) exec node --enable-source-maps dist/worker.js ;;
  migrate) exec node --import tsx src/launch/migrate.ts ;;
  *) exec "$@" ;;
esac
