#!/usr/bin/env bash
# Builds the image and runs the lab of compose.yaml as containers, with Docker where its daemon answers, else with
# buildah and podman: for machines, such as CI runners, that have no Docker engine and reach no image registry. Linux.
#
#   container-tools.sh setup               install what is missing (Debian 12, as root; nothing to do for Docker)
#   container-tools.sh base                make the public base image that the Dockerfile asks for (not for Docker)
#   container-tools.sh build [DIRECTORY]   build the image from its Dockerfile
#   container-tools.sh up                  start every service of compose.yaml on its own address
#   container-tools.sh healthy NAME        ask a container's health check once
#   container-tools.sh engine ARGUMENT...  docker or podman, with the right settings
#   container-tools.sh inside COMMAND...   run a command where the containers' addresses can be reached
#   container-tools.sh down                remove the containers, their volumes and their network
#   container-tools.sh clean               `down`, and the images too (podman)
#
# Podman's containers live in a network namespace made here: their bridge, addresses, packet filter and forwarding
# exist in it alone and vanish with it. All files are kept in one directory, XTWIN_CONTAINER_STATE.
# XTWIN_CONTAINER_ENGINE=podman takes podman even where Docker answers.
set -euo pipefail

deploy=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
state=${XTWIN_CONTAINER_STATE:-${TMPDIR:-/tmp}/xtwin-containers}
image=expressway-twin
# The name of the network and the namespace, and the beginning of those of containers and volumes.
lab=xtwin-test

has_docker() { [ "${XTWIN_CONTAINER_ENGINE:-docker}" = docker ] && docker info >/dev/null 2>&1; }
if has_docker; then engine=docker; else engine=podman; fi

# ---- one function an engine -----------------------------------------------------------------------------------------

docker_setup() { :; }
podman_setup() {
  if [ "$(id -u)" != 0 ]; then
    echo "container-tools: without Docker this needs root, for podman and a network namespace" >&2
    return 1
  fi
  local program missing=()
  for program in buildah podman runc conmon mmdebstrap iptables ip nsenter /usr/lib/podman/netavark; do
    command -v "$program" >/dev/null || missing+=("$program")
  done
  if [ "${#missing[@]}" != 0 ]; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends \
      buildah podman runc conmon netavark mmdebstrap iptables iproute2 util-linux ca-certificates >/dev/null
  fi
  podman_settings
}

docker_base() { :; }
# A stand-in of the same name, for where the image registry cannot be reached: Debian, the Node of the npm package
# node-linux-*, the npm of the npm package npm, and the user `node` (1000) that the public image has.
podman_base() {
  local tag node npm=npm@11 machine work local_dir container
  tag=$(sed -n 's/^FROM \(node:[^ ]*\).*/\1/p' "$deploy/../Dockerfile" | head -n 1)
  node=${tag#node:} node=${node%%-*}
  if buildah images --format '{{.Name}}:{{.Tag}}' | grep -qx "docker.io/library/$tag"; then return; fi
  case $(uname -m) in x86_64) machine=x64 ;; aarch64) machine=arm64 ;; *) machine=$(uname -m) ;; esac
  work=$state/base
  rm -rf "$work"
  mkdir -p "$work"
  mmdebstrap --quiet --variant=minbase --include=ca-certificates bookworm "$work/root.tar" "$(debian_sources)"
  (cd "$work" && npm pack --silent "node-linux-$machine@$node" "$npm" >/dev/null)
  local_dir=$work/layer/usr/local
  mkdir -p "$local_dir/lib/node_modules/npm"
  tar -xzf "$work"/node-linux-*.tgz -C "$local_dir" --strip-components=1 package/bin package/include package/share
  tar -xzf "$work"/npm-*.tgz -C "$local_dir/lib/node_modules/npm" --strip-components=1
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$local_dir/bin/npm"
  ln -s ../lib/node_modules/npm/bin/npx-cli.js "$local_dir/bin/npx"
  chmod 755 "$local_dir/bin/node" "$local_dir"/lib/node_modules/npm/bin/*.js
  # A build in there must trust whom this machine trusts.
  mkdir -p "$work/layer/etc/ssl/certs"
  cp /etc/ssl/certs/ca-certificates.crt "$work/layer/etc/ssl/certs/"
  container=$(buildah from scratch)
  buildah add -q "$container" "$work/root.tar" / >/dev/null
  buildah copy -q "$container" "$work/layer" / >/dev/null
  # npm_config_nodedir: addons are compiled against the headers that came with this Node, with nothing to download.
  buildah config --cmd '["node"]' \
    --env PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    --env NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt \
    --env npm_config_nodedir=/usr/local "$container"
  # --network host, here and in the build: a network of its own would be made beside the machine's, and stay.
  buildah run --network host "$container" -- sh -c 'groupadd -g 1000 node && useradd -u 1000 -g node -m -s /bin/bash node && node -v'
  buildah commit -q "$container" "docker.io/library/$tag" >/dev/null
  buildah rm "$container" >/dev/null
  rm -rf "$work"
}

docker_build() { docker build -t "$image" "$1"; }
podman_build() { buildah bud --force-rm --format docker --network host --pull-never --layers -t "$image" "$1"; }

docker_engine() { docker "$@"; }
# It says at every start and end that it has no systemd to run health checks on a timer: known, see podman_healthy.
podman_engine() { podman_inside podman "$@" 2> >(grep -v 'systemd connection' >&2); }

# On Linux the machine itself has an address on Docker's bridge.
docker_inside() { "$@"; }
podman_inside() { nsenter --net="/run/netns/$lab" "$@"; }

docker_network() { docker network create --subnet "$1" "$lab" >/dev/null; }
podman_network() {
  ip netns add "$lab"
  ip -n "$lab" link set lo up
  # Names are the surroundings' business, not podman's.
  podman_engine network create --disable-dns --subnet "$1" "$lab" >/dev/null
}

docker_healthy() { [ "$(docker inspect --format '{{.State.Health.Status}}' "$lab-$1")" = healthy ]; }
# Nothing runs the checks on a timer where there is no systemd: each is run by asking.
podman_healthy() { podman_engine healthcheck run "$lab-$1" >/dev/null 2>&1; }

docker_network_gone() { docker network rm "$lab" >/dev/null 2>&1 || true; }
podman_network_gone() {
  podman network rm "$lab" >/dev/null 2>&1 || true
  ip netns del "$lab" 2>/dev/null || true
}

docker_clean() { docker image rm "$image" >/dev/null 2>&1 || true; }
podman_clean() {
  if command -v buildah >/dev/null; then
    buildah rm --all >/dev/null 2>&1 || true
    buildah rmi --all --force >/dev/null 2>&1 || true
  fi
  rm -rf "$state"
}

# ---- podman's settings ----------------------------------------------------------------------------------------------

# crun refuses machines with the hybrid layout of control groups, and podman's own default limits may exceed those of
# the machine; HEALTHCHECK exists only in images of Docker's format; ports below 1024 are free to all, as in Docker.
podman_settings() {
  mkdir -p "$state"
  local driver=overlay
  # An overlay cannot lie on an overlay: within a container the layers are copied instead.
  [ "$(stat -f -c %T "$state")" != overlayfs ] || driver=vfs
  cat >"$state/storage.conf" <<CONF
[storage]
driver = "$driver"
graphroot = "$state/storage"
runroot = "$state/run"
CONF
  cat >"$state/containers.conf" <<CONF
[containers]
default_ulimits = ["nofile=16384:16384", "nproc=32768:32768"]
default_sysctls = ["net.ipv4.ip_unprivileged_port_start=0"]
[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
events_logger = "file"
tmp_dir = "$state/run/libpod"
[network]
network_backend = "netavark"
network_config_dir = "$state/networks"
CONF
}

debian_sources() {
  if [ -e /etc/apt/sources.list.d/debian.sources ]; then
    echo /etc/apt/sources.list.d/debian.sources
  else
    echo /etc/apt/sources.list
  fi
}

if [ "$engine" = podman ]; then
  export CONTAINERS_CONF="$state/containers.conf" CONTAINERS_STORAGE_CONF="$state/storage.conf"
  export BUILDAH_RUNTIME=runc BUILDAH_FORMAT=docker
fi

# ---- commands -------------------------------------------------------------------------------------------------------

setup() { "${engine}_setup"; }
base() { "${engine}_base"; }
build() { "${engine}_build" "${1:-$deploy/..}"; }
engine() { "${engine}_engine" "$@"; }
inside() { "${engine}_inside" "$@"; }
healthy() { "${engine}_healthy" "$1"; }
clean() { down && "${engine}_clean"; }

up() {
  local services arguments
  services=$(node "$deploy/compose-services.mjs" "$lab-")
  "${engine}_network" 172.28.0.0/24
  while IFS=$'\t' read -r -a arguments; do
    engine run -d --name "$lab-${arguments[0]}" --network "$lab" "${arguments[@]:2}" >/dev/null </dev/null
    echo "${arguments[0]} ${arguments[1]}"
  done <<<"$services"
}

down() {
  local name
  if [ "$engine" = docker ] || [ -e "/run/netns/$lab" ]; then
    for name in $(engine ps -aq --filter "name=^$lab-"); do engine rm -f -v "$name" >/dev/null; done
    for name in $(engine volume ls -q --filter "name=^$lab-"); do engine volume rm -f "$name" >/dev/null; done
  fi
  "${engine}_network_gone"
}

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
  command=${1:-help}
  case $command in
    setup | base | build | up | healthy | engine | inside | down | clean) shift && "$command" "$@" ;;
    *) sed -n '2,/^set /s/^# \{0,1\}//p' "$0" && exit 2 ;;
  esac
fi
