import type { OperationModel } from "../model/operation.ts";
import type { DocsContext } from "./context.ts";
import { argumentsOf, inputsOf } from "./example-inputs.ts";
import { ExampleProgram } from "./example-program.ts";

/** A program that calls an operation in one of its forms. */
export interface Example {
  readonly form: "Plain" | "Detailed" | "Blocking" | "Class";
  readonly code: string;
}

/** A whole program for each form of an operation. */
export function examplesOf(operation: OperationModel, context: DocsContext): Example[] {
  const { model, settings, hasTwins } = context;
  const { id } = operation;
  const inputs = inputsOf(operation, context);
  const examples: Example[] = [];
  const write = (form: Example["form"], body: (program: ExampleProgram) => void): void => {
    const program = new ExampleProgram(operation, context, inputs);
    body(program);
    examples.push({ form, code: program.print() });
  };
  write("Plain", (program) => {
    const call = program.use(id);
    program.plain(`await ${call}(`, [{ code: program.client() }, ...inputs.params]);
  });
  write("Detailed", (program) => {
    const call = program.use(`${id}Detailed`);
    program.detailed(`await ${call}(`, [{ code: program.client() }, ...inputs.params]);
  });
  const twins = hasTwins ? settings.sync : undefined;
  if (twins !== undefined) {
    write("Blocking", (program) => {
      const call = program.use(`${id}Sync`, twins);
      program.plain(`${call}(`, [{ code: program.client(twins) }, ...inputs.params]);
    });
  }
  const method = model.methods.get(operation);
  if (method) {
    write("Class", (program) => {
      const root = program.rootObject();
      program.plain(`await ${root}.${method.resource}.${method.name}(`, argumentsOf(method, inputs));
    });
  }
  return examples;
}
