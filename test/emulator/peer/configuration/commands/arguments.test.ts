import * as fc from "fast-check";
import { expect, test } from "vitest";
import { commands } from "../../../../../emulator/model/commands/index.ts";
import type { Command, CommandParameter, ValueSpace } from "../../../../../emulator/model/types.ts";
import { checkArguments } from "../../../../../emulator/peer/configuration/commands/commands.ts";
import { sampleValues } from "../../../surfaces/every-item/sample-values.ts";

interface Sent {
  readonly command: Command;
  readonly args: readonly { readonly name: string; readonly value: string }[];
}

const inAnyCase = (text: string): fc.Arbitrary<string> => fc.mixedCase(fc.constant(text));

function valid(space: ValueSpace): fc.Arbitrary<string> {
  switch (space.kind) {
    case "oneOf":
      return fc.constantFrom(...space.values);
    case "integer":
      return fc.integer({ min: space.min, max: space.max }).map(String);
    case "text":
    case "secret":
      return space.kind === "text" && space.format !== undefined
        ? fc.constantFrom(...sampleValues({ path: "", values: space }).valid)
        : fc.string({ minLength: space.min, maxLength: space.max });
  }
}

function invalid(space: ValueSpace): fc.Arbitrary<string> {
  switch (space.kind) {
    case "oneOf":
      return fc.string().filter((text) => !space.values.some((value) => value.toLowerCase() === text.toLowerCase()));
    case "integer":
      return fc.oneof(
        fc.integer({ min: space.max + 1 }).map(String),
        fc.integer({ max: space.min - 1 }).map(String),
        fc.string().filter((text) => !/^[+-]?\d+$/.test(text)),
      );
    case "text":
    case "secret":
      return fc.string({ minLength: space.max + 1, maxLength: space.max + 20 });
  }
}

const nameOf = ({ name, index }: CommandParameter): string => (index === undefined ? name : `${name}.1`);

/** The required arguments of a command and some of the others, all with values that are allowed. */
const sent: fc.Arbitrary<Sent> = fc
  .constantFrom<Command>(...commands.filter((command) => command.parameters.length > 0))
  .chain((command) =>
    fc
      .tuple(
        ...command.parameters.map((parameter) =>
          fc.record({
            parameter: fc.constant(parameter),
            given: parameter.required ? fc.constant(true) : fc.boolean(),
            value: valid(parameter.values),
          }),
        ),
      )
      .map((all) => ({
        command,
        args: all.filter(({ given }) => given).map(({ parameter, value }) => ({ name: nameOf(parameter), value })),
      })),
  );

test("whatever the table allows is taken, names in any case and in any order, with the defaults of the others", () => {
  fc.assert(
    fc.property(
      sent.chain(({ command, args }) =>
        fc.record({
          command: fc.constant(command),
          args: fc.constant(args),
          typed: fc
            .tuple(...args.map(({ name, value }) => inAnyCase(name).map((typed) => ({ name: typed, value }))))
            .chain((all) => fc.shuffledSubarray(all, { minLength: all.length })),
        }),
      ),
      ({ command, args, typed }) => {
        const defaults = command.parameters.flatMap(({ name, default: value }) =>
          value === undefined ? [] : [[name, value] as const],
        );
        const wanted = Object.fromEntries([...defaults, ...args.map(({ name, value }) => [name, value] as const)]);
        expect(checkArguments(command, typed)).toEqual({ ok: true, args: wanted });
      },
    ),
  );
});

test("one value that the table does not allow is refused by the name of its argument, one left out as missing", () => {
  fc.assert(
    fc.property(
      sent
        .filter(({ args }) => args.length > 0)
        .chain(({ command, args }) =>
          fc.integer({ min: 0, max: args.length - 1 }).chain((place) => {
            const parameter = command.parameters.find((one) => nameOf(one) === args[place]?.name) as CommandParameter;
            return fc.record({
              command: fc.constant(command),
              args: fc.constant(args),
              place: fc.constant(place),
              parameter: fc.constant(parameter),
              wrong: invalid(parameter.values),
            });
          }),
        ),
      ({ command, args, place, parameter, wrong }) => {
        const changed = args.map((arg, at) => (at === place ? { ...arg, value: wrong } : arg));
        expect(checkArguments(command, changed)).toEqual({
          ok: false,
          reason: expect.stringContaining(`Argument "${nameOf(parameter)}": `),
        });
        expect(checkArguments(command, args.toSpliced(place, 1))).toMatchObject(
          parameter.required ? { ok: false, reason: `Missing argument: ${parameter.name}` } : { ok: true },
        );
      },
    ),
  );
});
