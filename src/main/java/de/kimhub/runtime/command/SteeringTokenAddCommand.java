package de.kimhub.runtime.command;

import de.kimhub.steering.feed.FeedTokens;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a token. */
@Command(name = "add", mixinStandardHelpOptions = true, description = "Legt ein Token an und zeigt es einmal.")
final class SteeringTokenAddCommand extends TokenTask {

    @Parameters(index = "1", paramLabel = "NAME", description = "Welches Programm es benutzt, z. B. statistikstelle.")
    private String name;

    @Override
    void at(FeedTokens tokens, PrintWriter out) {
        out.println("Token: " + tokens.add(name));
        out.println("Es steht nur hier und wird nirgends gespeichert. Im Programm als Bearer-Token eintragen, oder als Passwort "
                + "(Benutzername beliebig).");
    }
}
