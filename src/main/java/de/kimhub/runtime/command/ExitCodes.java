package de.kimhub.runtime.command;

import de.kimhub.runtime.HubFailure;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** What a command ends with: 0 all is well, 1 there are findings, 2 wrong usage, 3 it could not be done. */
public final class ExitCodes implements IExecutionExceptionHandler {

    public static final int WELL = 0;
    public static final int FINDINGS = 1;
    public static final int USAGE = 2;
    public static final int FAILURE = 3;

    @Override
    public int handleExecutionException(Exception error, CommandLine command, ParseResult arguments) {
        if (error instanceof HubFailure failure) {
            command.getErr().println(failure.getMessage());
        } else {
            command.getErr().println("Unerwarteter Fehler: " + error);
            error.printStackTrace(command.getErr());
        }
        return FAILURE;
    }
}
