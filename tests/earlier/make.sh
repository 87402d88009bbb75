#!/bin/sh
# Makes the registers of this folder: `make.sh LIANDONG DIR`, with the program as it was before registers had names. All is invented.
set -eu
program=$1 made=$2
export LC_ALL=C.UTF-8 LIANDONG_LANG=zh GIT_CONFIG_NOSYSTEM=1
mkdir -p "$made"
here=$(cd "$(dirname "$0")" && pwd)

# at MOMENT: everything that follows is done then.
at() { export LIANDONG_NOW="$1" GIT_AUTHOR_DATE="$1" GIT_COMMITTER_DATE="$1"; }
# as WHO COMMAND…: somebody with a home of their own, in their register.
as() { who=$1; shift; mkdir -p "$top/$who"; (cd "$top/$who/register" 2>/dev/null || cd "$top/$who"; HOME="$top/$who" XDG_CONFIG_HOME="$top/$who/.config" XDG_CACHE_HOME="$top/$who/.cache" "$@"); }
known() { as "$1" git config --global user.name "$1（虚构）"; as "$1" git config --global user.email "$1@example.invalid"; }
l() { who=$1; shift; as "$who" "$program" "$@" > "$top/said" 2>&1 || { cat "$top/said"; exit 1; }; }
lead() { l "$1" lead new --received "$2" --channel 巡查发现 --title "$3（虚构）"; }

# A district: the office and the police, whose keys lie beside this script.
district() {
    top=$(mktemp -d)
    at 2025-03-03T09:00:00+08:00
    git init -q --bare -b main "$top/hub.git"
    known office; known gongan
    for who in office gongan; do mkdir -p "$top/$who/.ssh"; cp "$here/$who.key" "$top/$who/.ssh/key"; cp "$here/$who.key.pub" "$top/$who/.ssh/key.pub"; chmod 600 "$top/$who/.ssh/key"; done
    l office init register
    l office mine new dashan --as 区安委办 --name 大山石场（虚构） --town 河口街道
    l office sync "$top/hub.git"
    l office join --unit 区安委办 --name 办甲（虚构） --key "$top/office/.ssh/key"
    l office trust on
    l office hook install "$top/hub.git"
    l office sync
    l gongan clone "$top/hub.git" register
    l gongan join --unit 公安 --name 警乙（虚构） --key "$top/gongan/.ssh/key" --out "$top/request.toml"
    l office key add "$top/request.toml"
    l office sync
    l gongan sync
}
keep() { l office sync; l gongan sync; l office verify; cat "$top/said"; git -C "$top/hub.git" bundle create -q "$made/$1.bundle" main; rm -rf "$top"; }

# Lines laid across each other: each side merges the other's, and what came of both is merged once more.
district
at 2025-03-04T10:00:00+08:00
lead gongan 2025-03-04 先到; lead office 2025-03-04 同日
as gongan git branch aside
l office sync
at 2025-03-05T09:00:00+08:00
as gongan git fetch -q origin
as gongan git checkout -q aside
as gongan git merge -q --no-ff -m "旁合（虚构）" origin/main
as gongan git checkout -q main
l gongan sync
lead office 2025-03-05 又一; l office sync
as gongan git checkout -q aside
lead gongan 2025-03-05 旁支
as gongan git checkout -q main
l gongan sync
as gongan git merge -q --no-ff -m "交叉合并（虚构）" aside
l gongan sync
keep criss-cross

# Dates set back, on the main line and on a side.
district
at 2025-06-02T09:00:00+08:00; lead office 2025-06-01 晚的; l office sync
at 2025-04-01T09:00:00+08:00; lead gongan 2025-03-31 早的
at 2025-03-10T09:00:00+08:00; lead gongan 2025-03-09 更早
at 2025-06-03T09:00:00+08:00; l gongan sync; l office sync
at 2025-03-20T09:00:00+08:00; lead office 2025-03-19 又早
at 2025-06-03T10:00:00+08:00; l office sync; l gongan sync
keep old-dates

# A notice that was issued is mended on a side, and once more within the merge that brings that side.
district
at 2025-03-06T09:00:00+08:00
mkdir -p "$top/gongan/register/notices/2025/gongan"
cat > "$top/gongan/register/notices/2025/gongan/001.toml" <<'END'
content = 2
title = "打击越界开采（虚构）"
issued = 2025-03-05

[[to]]
who = "linye"
END
as gongan git add -A
as gongan git commit -qm "手工登记通报（虚构）"
l gongan sync
at 2025-03-07T09:00:00+08:00
as gongan git checkout -q -b side
l gongan amend notices/2025/gongan/001 --set title=打击越界盗采（虚构） --reason 录入笔误（虚构）
as gongan git checkout -q -b further
l gongan amend notices/2025/gongan/001 --set issued=2025-03-04 --reason 日期录错（虚构）
as gongan git checkout -q main
lead gongan 2025-03-06 主线
as gongan git merge -q --no-ff --no-commit side
as gongan git checkout -q further -- notices
as gongan git commit -qm "合并时更正（虚构）"
l gongan sync
lead office 2025-03-06 之后
keep amended-in-merge
