import type { OperationModel } from "../model/operation.ts";
import type { DocsContext } from "./context.ts";
import { argumentsOf, inputsOf } from "./example-inputs.ts";
import { ExampleProgram } from "./example-program.ts";

/** A program that calls one form of an operation. */
export interface Example {
  readonly form: "Plain" | "Detailed" | "Blocking" | "Class";
  readonly code: string;
}

/** Writes a complete program for each form of an operation. */
export function examplesOf(operation: OperationModel, context: DocsContext): Example[] {
  const { model, settings, hasBlockingVariants } = context;
  const { id } = operation;
  const inputs = inputsOf(operation, context);
  const examples: Example[] = [];
  const write = (form: Example["form"], body: (program: ExampleProgram) => void): void => {
    const program = new ExampleProgram(operation, context, inputs);
    body(program);
    examples.push({ form, code: program.print() });
  };
  write("Plain", (program) => {
    const call = program.importName(id);
    program.addPlainCall(`await ${call}(`, [{ code: program.addClient() }, ...inputs.params]);
  });
  write("Detailed", (program) => {
    const call = program.importName(`${id}Detailed`);
    program.addDetailedCall(`await ${call}(`, [{ code: program.addClient() }, ...inputs.params]);
  });
  const syncModule = hasBlockingVariants ? settings.sync : undefined;
  if (syncModule !== undefined) {
    write("Blocking", (program) => {
      const call = program.importName(`${id}Sync`, syncModule);
      program.addPlainCall(`${call}(`, [{ code: program.addClient(syncModule) }, ...inputs.params]);
    });
  }
  const method = model.methods.get(operation);
  if (method) {
    write("Class", (program) => {
      const root = program.addRootObject();
      program.addPlainCall(`await ${root}.${method.resource}.${method.name}(`, argumentsOf(method, inputs));
    });
  }
  return examples;
}
