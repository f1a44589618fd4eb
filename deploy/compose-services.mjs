// Prints how to run each service of compose.yaml, a line a service, its parts separated by tabs: the name, the address,
// then the options, image and command for `docker run` or `podman run`. So that the container test tries the lab that
// the compose file describes, on machines without compose. The argument comes before the names of volumes.
import { readFileSync } from "node:fs";
import { parse } from "yaml";

const prefix = process.argv[2] ?? "";
const file = new URL("compose.yaml", import.meta.url);
const compose = parse(interpolate(readFileSync(file, "utf8")), { merge: true });

// How each key becomes options. A key that is not here stops the script: it would go untested without a word.
const options = {
  image: () => [],
  command: () => [],
  build: () => [],
  depends_on: () => [],
  ports: () => [], // the test speaks to the addresses themselves
  cap_add: (names) => names.map((name) => `--cap-add=${name}`),
  environment: (values) => Object.entries(values).map(([name, value]) => `--env=${name}=${value}`),
  volumes: (mounts) => mounts.map((mount) => `--volume=${prefix}${mount}`),
  networks: ({ lab }) => [`--ip=${lab.ipv4_address}`],
};

for (const [name, service] of Object.entries(compose.services)) {
  const given = Object.entries(service).flatMap(([key, value]) => {
    const toOptions = options[key];
    if (toOptions === undefined) throw new Error(`compose.yaml: no option known for "${key}" of service ${name}`);
    return toOptions(value);
  });
  const words = [name, service.networks.lab.ipv4_address, ...given, service.image, ...(service.command ?? [])];
  process.stdout.write(`${words.join("\t")}\n`);
}

/** Compose's `${NAME-default}`: an empty variable is a value. */
function interpolate(text) {
  return text.replace(/\$\{(\w+)-([^}]*)\}/g, (_, name, otherwise) => process.env[name] ?? otherwise);
}
