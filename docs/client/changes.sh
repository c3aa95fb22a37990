#!/bin/sh
# 用 curl 取变动:每页存为一个文件,存好之后才记下游标,中断后从上一页重来。需要 curl 和 jq。
# 游标不能再用时,以前的页移入 before-… 文件夹,从头再取:没有在新的页中再次出现的稿件,请移除。
# BASE=https://… TOKEN=jdc_… FOLDER=changes sh changes.sh
set -eu
: "${BASE:?}" "${TOKEN:?}"
folder=${FOLDER:-changes}
mkdir -p "$folder"
cursor=$(cat "$folder/cursor" 2>/dev/null || true)
while :; do
  # 令牌经标准输入交给 curl,不出现在进程列表里。
  printf 'header = "Authorization: Bearer %s"\n' "$TOKEN" |
    curl --silent --show-error --fail-with-body --compressed --retry 8 --config - \
      --get --data-urlencode 'limit=200' ${cursor:+--data-urlencode "cursor=$cursor"} \
      --output "$folder/page.part" "$BASE/api/stories/changes" || {
    if [ -z "$cursor" ] || ! grep -q '"CURSOR_UNUSABLE"' "$folder/page.part"; then
      cat "$folder/page.part" >&2
      exit 1
    fi
    before="$folder/before-$(date +%s%N)"
    mkdir "$before"
    for page in "$folder"/*.json; do
      if [ -e "$page" ]; then mv "$page" "$before"; fi
    done
    cursor=
    rm "$folder/cursor"
    continue
  }
  cursor=$(jq --raw-output .meta.cursor "$folder/page.part")
  more=$(jq .meta.more "$folder/page.part")
  if [ "$(jq '.data | length' "$folder/page.part")" -gt 0 ]; then
    mv "$folder/page.part" "$folder/$(date +%s%N).json"
  else
    rm "$folder/page.part"
  fi
  printf '%s' "$cursor" > "$folder/cursor.part"
  mv "$folder/cursor.part" "$folder/cursor"
  [ "$more" = true ] || break
done
