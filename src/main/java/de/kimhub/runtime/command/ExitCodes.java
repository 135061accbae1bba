package de.kimhub.runtime.command;

import de.kimhub.keys.KeyFailure;
import de.kimhub.runtime.HubFailure;
import java.nio.file.FileSystemException;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a command ends with: 0 all is well, 1 there are findings, 2 wrong usage, 3 it could not be done. */
public final class ExitCodes implements IExecutionExceptionHandler, IParameterExceptionHandler {

    public static final int WELL = 0;
    public static final int FINDINGS = 1;
    public static final int USAGE = 2;
    public static final int FAILURE = 3;

    @Override
    public int handleExecutionException(Exception error, CommandLine command, ParseResult arguments) {
        switch (keyFailure(error)) {
            case KeyFailure failure -> command.getErr().println(failure.getMessage());
            case HubFailure failure -> command.getErr().println(failure.getMessage());
            case FileSystemException failure -> command.getErr().println("Die Datei " + failure.getFile()
                    + " kann nicht gelesen oder geschrieben werden. Gibt es den Ordner, und darf er beschrieben werden?");
            default -> {
                command.getErr().println("Unerwarteter Fehler: " + error);
                error.printStackTrace(command.getErr());
            }
        }
        return FAILURE;
    }

    /** A hub that cannot open its keys fails somewhere deep in its start. */
    private static Exception keyFailure(Exception error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof KeyFailure failure) {
                return failure;
            }
        }
        return error;
    }

    @Override
    public int handleParseException(ParameterException error, String[] arguments) {
        CommandLine command = error.getCommandLine();
        command.getErr().println(switch (error) {
            case MissingParameterException missing when missing.getMissing().isEmpty() ->
                    "Es fehlt ein Befehl oder eine Angabe.";
            case MissingParameterException missing -> "Es fehlt: " + missing.getMissing().stream()
                    .map(argument -> argument instanceof OptionSpec option ? option.longestName()
                            : argument.paramLabel()).collect(Collectors.joining(", ")) + ".";
            case UnmatchedArgumentException unknown -> "Unbekannt: " + String.join(" ", unknown.getUnmatched()) + ".";
            default -> error.getArgSpec() == null ? error.getMessage()
                    : "Die Angabe für " + (error.getArgSpec() instanceof OptionSpec option ? option.longestName()
                            : error.getArgSpec().paramLabel()) + " hat nicht die erwartete Form.";
        });
        command.usage(command.getErr());
        return USAGE;
    }
}
