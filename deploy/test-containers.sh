#!/usr/bin/env bash
# The lab of compose.yaml as containers: three peers find each other, one is killed, the others notice, it comes back.
# Builds the image first. Leaves no container, network or setting behind; keeps podman's images for the next run
# (`deploy/container-tools.sh clean` removes them).
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=deploy/container-tools.sh
source "$here/container-tools.sh"
# Ten seconds of theirs a second: a lost peer shows after three missed probes of ten seconds.
# Names, addresses and images are those of the machine: a second run waits for the first.
exec 9>"$state.lock"
flock 9
export XTWIN_SPEED=${XTWIN_SPEED:-10}

peers=()
before=
declare -A address_of=()

step() {
  local from=$SECONDS
  "$@"
  echo "-- $*: $((SECONDS - from)) s"
}

# Tries a command every half second until it succeeds; says what was waited for when it does not.
within() {
  local seconds=$1 what=$2
  shift 2
  local deadline=$((SECONDS + seconds))
  until "$@"; do
    if ((SECONDS >= deadline)); then
      echo "FAILED: not within $seconds s: $what" >&2
      return 1
    fi
    sleep 0.5
  done
  echo "ok: $what"
}

# `ADDRESS STATE` for each peer that a peer lists, out of its own status document.
states_at() {
  inside curl -sk --max-time 5 -u admin:TANDBERG "https://${address_of[$1]}/getxml?location=/Status/Alternates" |
    sed 's/></>\n</g' | awk '
      function text(line) { sub(/^[^>]*>/, "", line); sub(/<.*$/, "", line); return line }
      /<Peer[ >]/ { address = state = "" }
      /<Address[ >]/ { address = text($0) }
      /<Status[ >]/ { state = text($0) }
      /<\/Peer>/ { print address, state }'
}

shows() {
  local states
  # A peer that does not answer yet is asked again.
  states=$(states_at "$1") || return 1
  grep -qx "${address_of[$2]} $3" <<<"$states"
}

each_shows_others_active() {
  local one other
  for one in "$@"; do
    for other in "$@"; do
      [ "$one" = "$other" ] || within 60 "$one shows $other Active" shows "$one" "$other" Active
    done
  done
}

# What a lab must leave as it was.
machine_state() {
  cat /proc/sys/net/ipv4/ip_forward
  if [ "$engine" = podman ]; then iptables-save 2>/dev/null | grep NETAVARK || true; fi
}

finish() {
  local result=$? name status
  trap - EXIT
  if [ "$result" != 0 ]; then
    engine ps -a --filter "name=^$lab-" --format '{{.Names}} {{.Status}}' 2>/dev/null | while read -r name status; do
      echo "---- log of $name, $status" >&2
      inside "$engine" logs --tail 30 "$name" </dev/null >&2 || true
    done || true
  fi
  down || result=1
  if [ "$(machine_state)" != "$before" ]; then
    echo "FAILED: forwarding or packet filter of the machine were left changed" >&2
    result=1
  fi
  if [ "$result" = 0 ]; then echo "containers: passed"; else echo "containers: FAILED"; fi
  exit "$result"
}

trap finish EXIT
trap 'exit 130' INT TERM
before=$(machine_state)
step setup
step base
step build
# What a run that was killed may have left.
down

started=$(up)
while read -r name address; do
  address_of[$name]=$address
  [ "$name" = surroundings ] || peers+=("$name")
done <<<"$started"
for name in "${peers[@]}"; do within 90 "$name is healthy" healthy "$name"; done

each_shows_others_active "${peers[@]}"

lost=${peers[-1]}
rest=("${peers[@]:0:${#peers[@]}-1}")
engine kill "$lab-$lost" >/dev/null
for name in "${rest[@]}"; do within 60 "$name shows $lost Failed" shows "$name" "$lost" Failed; done
each_shows_others_active "${rest[@]}"

engine start "$lab-$lost" >/dev/null
within 90 "$lost is healthy again" healthy "$lost"
each_shows_others_active "${peers[@]}"
