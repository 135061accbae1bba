package de.kimhub.runtime.command;

import de.kimhub.steering.feed.FeedTokens;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes a token away. */
@Command(name = "remove", mixinStandardHelpOptions = true, description = "Löscht ein Token; es gilt ab sofort nicht mehr.")
final class SteeringTokenRemoveCommand extends TokenTask {

    @Parameters(index = "1", paramLabel = "NAME", description = "Name wie bei list.")
    private String name;

    @Override
    void at(FeedTokens tokens, PrintWriter out) {
        tokens.remove(name);
        out.println("Das Token " + name + " gilt nicht mehr.");
    }
}
