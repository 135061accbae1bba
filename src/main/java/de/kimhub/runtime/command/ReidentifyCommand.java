package de.kimhub.runtime.command;

import picocli.CommandLine.Command;

/** Who a pseudonym is, with two people. */
@Command(name = "reidentify", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "WAS",
        description = "Sagt, wer hinter einem Pseudonym steht: auf Antrag, nach Genehmigung durch eine zweite Person mit einer "
                + "anderen Rolle, einmal, 15 Minuten lang, protokolliert. Wer das darf, steht in pseudonym-domains.yaml unter "
                + "officers.",
        subcommands = {ReidentifyRequestCommand.class, ReidentifyListCommand.class, ReidentifyApproveCommand.class,
                ReidentifyShowCommand.class})
public final class ReidentifyCommand {
}
