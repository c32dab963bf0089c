/** The name of the command, in help and before messages. */
export const COMMAND_NAME = "keynest-mock";
