package de.kimhub.runtime.command;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The words that picocli itself puts into the help. */
public final class GermanHelp {

    private GermanHelp() {
    }

    /** For the command and all below it. */
    public static CommandLine of(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        spec.usageMessage()
                .synopsisHeading("Aufruf: ")
                .parameterListHeading("%n")
                .optionListHeading("%n")
                .commandListHeading("%nBefehle:%n");
        translate(spec, "--help", "Zeigt diese Hilfe.");
        translate(spec, "--version", "Zeigt die Version.");
        command.getSubcommands().values().forEach(GermanHelp::of);
        return command;
    }

    private static void translate(CommandSpec spec, String name, String text) {
        OptionSpec option = spec.findOption(name);
        if (option != null) {
            spec.remove(option);
            spec.addOption(option.toBuilder().description(text).build());
        }
    }
}
