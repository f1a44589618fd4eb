# One peer as one container. The surroundings of a lab (DNS and NTP) are the same image with another command.

FROM node:24-bookworm-slim AS build
# Where there is no ready-made binary of the database for this Node and processor, npm compiles it.
RUN apt-get update \
  && apt-get install -y --no-install-recommends python3 make g++ \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /build
# Dependencies before sources, so that a change of the sources does not compile them again. `npm ci` runs no scripts
# because the package's own would build sources that are not there yet; `npm rebuild` runs those of the dependencies.
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts && npm rebuild
COPY . .
RUN npm run build \
  && npm prune --omit=dev --ignore-scripts \
  && mkdir -p /app scenarios \
  && mv package.json LICENSE dist scenarios node_modules /app/

FROM node:24-bookworm-slim
# The peer listens on 22, 80, 443 and 500 without being root. Setting the capabilities here, not in the build stage,
# because not every builder keeps them when it copies a file. A container without NET_RAW in its bounding set cannot
# start this binary: Docker's default has it, Podman and Kubernetes want it added. Peers send echo requests with ping.
RUN apt-get update \
  && apt-get install -y --no-install-recommends libcap2-bin iputils-ping \
  && setcap cap_net_bind_service,cap_net_raw=+ep "$(readlink -f "$(command -v node)")" \
  && apt-get purge -y --auto-remove libcap2-bin \
  && rm -rf /var/lib/apt/lists/* \
  && install -d -o node -g node /data
WORKDIR /app
COPY --from=build /app ./
ENV NODE_ENV=production XTWIN_DATA=/data
USER node
VOLUME /data
# What a peer listens on, TURN (3478) once it is on.
EXPOSE 22 80 443 500/udp 1719/udp 3478/udp 4369/udp 4370
# The program asks itself: the image needs no other client.
HEALTHCHECK --interval=5s --timeout=5s --start-period=30s --retries=3 CMD ["dist/emulator/main.js", "health"]
ENTRYPOINT ["dist/emulator/main.js"]
CMD ["peer"]
