#!/bin/sh
# Keeps the invented register with the fault of every rule as it was at a commit, in the format of then: `make.sh COMMIT FORMAT`. All is
# invented. What was kept once stays as it is: programs to come have to read it.
set -eu
commit=$1 format=$2
here=$(cd "$(dirname "$0")" && pwd)
[ ! -e "$here/$format.bundle" ] || { echo "format $format was kept already"; exit 1; }
made=$(mktemp -d)
git -C "$here/../.." archive --format=tar "$commit:examples/broken" | tar -xC "$made"
grep -qx "format = $format" "$made/mechanism.toml"
export GIT_AUTHOR_DATE=2026-01-05T09:00:00+08:00 GIT_COMMITTER_DATE=2026-01-05T09:00:00+08:00
git -C "$made" init -q -b main
git -C "$made" add -A
git -C "$made" -c user.name=虚构 -c user.email=nobody@example.invalid commit -qm "第 $format 版格式（虚构）"
git -C "$made" bundle create -q "$here/$format.bundle" main
rm -rf "$made"
