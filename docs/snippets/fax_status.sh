#!/bin/sh
# Explains fax status codes from published data. Needs curl and jq.
#
# sh fax_status.sh https://SITE/api/codes.json 3931 -57 4711
set -eu

# The facts, from the address of codes.json or from a copy of it beside your program. Load them once.
load() {
  case $1 in
    http*) curl --fail --silent --show-error --max-time 30 "$1" ;;
    *) cat "$1" ;;
  esac
}

# What the Status of a fax means (not the ResultCode of a call), as JSON with label, outcome, final, meaning, advice, next and resend. Fails for what is no status.
explain() {
  printf '%s\n' "$facts" | jq --exit-status --compact-output --arg status "$1" '
    select($status | test("\\A(0|-?[1-9][0-9]{0,14})\\z")) | ($status | tonumber) as $number
    | first(
        (.codes[] | select(.number == $number)),
        # Its sign still tells the outcome.
        (.unlisted[] | select((.minimum == null or .minimum <= $number) and (.maximum == null or $number <= .maximum)))
      )'
}

# An entry for people to read.
sentence() {
  printf '%s\n' "$2" | jq --raw-output --arg status "$1" '
    "\($status): \(.label) (\(.outcome), \(if .final then "final" else "not final" end), \(.next)). \(.meaning.text) \(.advice.text)"'
}

# Asks with `query` until the status is final: at most six times a minute, and ever less often.
wait_until_final() {
  delay=10
  while :; do
    status=$(query)
    entry=$(explain "$status")
    if [ "$(printf '%s\n' "$entry" | jq .final)" = true ]; then break; fi
    pause "$delay"
    delay=$((delay * 2 < 300 ? delay * 2 : 300))
  done
  sentence "$status" "$entry"
}

# Explains each status; for the word "poll", plays polling with the statuses that stand on standard input.
main() {
  facts=$(load "$1")
  shift
  if [ "$*" = poll ]; then
    query() { read -r line && printf '%s' "$line"; } # In your program: a curl to the service, its answer through jq .status
    pause() { echo "wait $1"; }                      # In your program: pause() { sleep "$1"; }
    wait_until_final
  else
    for status in "$@"; do
      if entry=$(explain "$status"); then sentence "$status" "$entry"; else echo "not a status"; fi
    done
  fi
}

# Sourced by another script (". fax_status.sh"), it defines its functions and runs nothing.
case $0 in *fax_status.sh) main "$@" ;; esac
